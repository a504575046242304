package org.saleskpi.sales;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Lists one after the other as one unmodifiable list, which copies nothing. */
final class ConcatenatedList<E> extends AbstractList<E> implements RandomAccess {

    private final List<List<? extends E>> parts;
    private final int size;

    ConcatenatedList(List<List<? extends E>> parts) {
        this.parts = parts;
        this.size = parts.stream().mapToInt(List::size).reduce(0, Math::addExact);
    }

    @Override
    public E get(int index) {
        int position = Objects.checkIndex(index, size);
        int part = 0;
        while (position >= parts.get(part).size()) {
            position -= parts.get(part).size();
            part++;
        }
        return parts.get(part).get(position);
    }

    @Override
    public int size() {
        return size;
    }
}
