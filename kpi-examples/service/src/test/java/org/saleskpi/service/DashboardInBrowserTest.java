package org.saleskpi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.output.page.Browser;
import org.saleskpi.service.crm.Companies;
import org.saleskpi.service.crm.Company;
import org.saleskpi.service.crm.Deal;
import org.saleskpi.service.crm.Deals;
import org.saleskpi.service.demo.DemoTenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page shows the numbers of the database, and those after a change without being loaded again. */
@CrmTest
class DashboardInBrowserTest {

    private static final Instant SIGNED = Instant.parse("2026-03-10T09:00:00Z");

    @TempDir
    private Path profile;

    @Autowired
    private DemoTenant demo;

    @Autowired
    private Companies companies;

    @Autowired
    private Deals deals;

    @LocalServerPort
    private int port;

    @Test
    void thePageStaysCurrent() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(
                program.isPresent(),
                "no chromium, chromium-browser or google-chrome on the PATH: the dashboard is not opened in a browser");
        demo.add(
                "page",
                40,
                LocalDate.of(2026, 4, 15).atStartOfDay(ZoneOffset.UTC).toInstant());
        Web web = new Web(port);
        BigDecimal before = revenue(web);
        Browser browser = Browser.start(program.get(), profile);
        try {
            browser.open(web.uri("/page/dashboard?period=2026"));
            browser.evaluate("window.loaded = 'once'");
            assertThat(shown(browser, "revenue")).isEqualByComparingTo(before);
            assertThat(browser.evaluate("document.querySelectorAll('table')[1].rows.length"))
                    .isEqualTo("6");

            Long company = companies
                    .save(new Company("page", "zoe", "New", SIGNED, "North", null))
                    .id();
            deals.save(new Deal("page", "zoe", company, SIGNED, new BigDecimal("123.45"), "EUR", "CRM"));
            await().until(() -> shown(browser, "revenue").compareTo(before.add(new BigDecimal("123.45"))) == 0);

            assertThat(browser.evaluate("document.querySelectorAll('table')[1].rows[6].cells[0].textContent"))
                    .isEqualTo("zoe");
            assertThat(browser.evaluate("window.loaded")).isEqualTo("once");
            assertThat(browser.events()).noneMatch(event -> event.contains("\"Runtime.exceptionThrown\""));
        } finally {
            browser.stop();
        }
    }

    private static BigDecimal revenue(Web web) {
        return new BigDecimal(web.json("/page/kpis?period=2026")
                .at("/indicators/revenue/amount")
                .asString());
    }

    /** The digits of an amount that is shown in English. */
    private static BigDecimal shown(Browser browser, String indicator) throws Exception {
        return new BigDecimal(
                browser.evaluate("document.getElementById('" + indicator + "').textContent.replace(/[^0-9.]/g, '')"));
    }
}
