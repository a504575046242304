package org.saleskpi.intake.fuzz;

import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damaged files of every kind: readers end soon, in little memory, and throw nothing but exceptions of their own. Inputs follow
 * from their numbers, so that a failure can be repeated: {@code -Dfuzz.from=NUMBER -Dfuzz.seconds=1}. A build tries for some seconds;
 * {@code -Dfuzz.seconds=600} tries for ten minutes a reader.
 */
class FuzzTest {

    private static final long SECONDS = Long.getLong("fuzz.seconds", 8);
    private static final long FROM = Long.getLong("fuzz.from", 0);

    /** Reading a file of a kilobyte takes a thousandth of that; the machine may be busy. */
    private static final int MOST_SECONDS = 30;

    private static final long MOST_BYTES = 256L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path place;

    @ParameterizedTest
    @EnumSource(Target.class)
    void damagedFilesAreToldAsSuch(Target target) throws IOException, InterruptedException {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            for (long number = FROM; System.nanoTime() < end; number++) {
                Path folder = Files.createDirectory(place.resolve(Long.toString(number)));
                check(target, number, folder, worker);
                delete(folder);
            }
        } finally {
            worker.shutdownNow();
        }
    }

    private static void check(Target target, long number, Path folder, ExecutorService worker)
            throws InterruptedException {
        Thread[] thread = new Thread[1];
        Future<Long> allocated = worker.submit(() -> {
            thread[0] = Thread.currentThread();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            target.run(folder, new Random(number * 31 + target.name().hashCode()));
            return THREADS.getCurrentThreadAllocatedBytes() - before;
        });
        String input = target + " " + number + ": ";
        try {
            long bytes = allocated.get(MOST_SECONDS, TimeUnit.SECONDS);
            if (bytes > MOST_BYTES) {
                fail(input + "took " + (bytes >> 20) + " MiB in all, expected at most " + (MOST_BYTES >> 20));
            }
        } catch (TimeoutException e) {
            List<StackTraceElement> stack = Arrays.asList(thread[0].getStackTrace());
            fail(input + "does not end: " + stack);
        } catch (ExecutionException e) {
            fail(input + "escaped: " + e.getCause(), e.getCause());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
