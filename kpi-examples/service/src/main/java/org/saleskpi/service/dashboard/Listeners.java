package org.saleskpi.service.dashboard;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.saleskpi.service.kpi.CommittedRows;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages that are open, each of which is told a few times a second at most that its tenant has changed. */
@Component
class Listeners {

    private final Map<String, Set<SseEmitter>> byTenant = new ConcurrentHashMap<>();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    SseEmitter listen(String tenant) {
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> forget(tenant, page));
        page.onError(e -> forget(tenant, page));
        byTenant.compute(tenant, (name, pages) -> {
            Set<SseEmitter> all = pages == null ? ConcurrentHashMap.newKeySet() : pages;
            all.add(page);
            return all;
        });
        changed.add(tenant); // What has changed since the page was made is told too.
        return page;
    }

    private void forget(String tenant, SseEmitter page) {
        byTenant.computeIfPresent(tenant, (name, pages) -> {
            pages.remove(page);
            return pages.isEmpty() ? null : pages;
        });
    }

    @EventListener
    void changed(CommittedRows.Changed event) {
        changed.add(event.tenant());
    }

    /** Lets go of the pages, which else would hold up the end of the service. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        byTenant.values().forEach(pages -> pages.forEach(SseEmitter::complete));
    }

    @Scheduled(fixedDelay = 250)
    void tell() {
        for (String tenant : List.copyOf(changed)) {
            changed.remove(tenant);
            byTenant.getOrDefault(tenant, Set.of()).forEach(page -> tell(tenant, page));
        }
    }

    private void tell(String tenant, SseEmitter page) {
        try {
            page.send("changed");
        } catch (IOException | IllegalStateException e) {
            forget(tenant, page);
        }
    }
}
