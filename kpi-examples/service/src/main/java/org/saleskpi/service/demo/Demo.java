package org.saleskpi.service.demo;

import java.time.Clock;
import java.time.LocalDate;
import org.saleskpi.service.crm.Tenants;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The tenant {@code demo}, whose dashboard is the first page, where {@code crm.demo} is true. */
@Controller
@ConditionalOnProperty("crm.demo")
class Demo implements ApplicationRunner {

    private static final String NAME = "demo";

    private final Tenants tenants;
    private final DemoTenant rows;
    private final Clock clock;

    Demo(Tenants tenants, DemoTenant rows, Clock clock) {
        this.tenants = tenants;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (!tenants.existsById(NAME)) {
            rows.add(NAME, 1_000, clock.instant());
        }
    }

    @GetMapping("/")
    String first() {
        return "redirect:/" + NAME + "/dashboard?period=" + LocalDate.now(clock).getYear();
    }
}
