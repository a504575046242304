package org.saleskpi.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.saleskpi.RefreshedHistories;
import org.saleskpi.service.crm.Companies;
import org.saleskpi.service.crm.Company;
import org.saleskpi.service.crm.Deal;
import org.saleskpi.service.crm.Deals;
import org.saleskpi.service.crm.PhoneCall;
import org.saleskpi.service.crm.PhoneCalls;
import org.saleskpi.service.crm.Tenant;
import org.saleskpi.service.crm.Tenants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What a transaction changes is seen once it is committed, whatever happens at the same time. */
@CrmTest
class ChangesTest {

    private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");

    @Autowired
    private Tenants tenants;

    @Autowired
    private Companies companies;

    @Autowired
    private PhoneCalls calls;

    @Autowired
    private Deals deals;

    @Autowired
    private RefreshedHistories<String, ?> live;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private PlatformTransactionManager transactions;

    @LocalServerPort
    private int port;

    private Company company(String tenant) {
        tenants.save(new Tenant(tenant, ZoneId.of("Europe/Paris"), "EUR"));
        return companies.save(new Company(tenant, "alice", "Acme", MARCH, "North", null));
    }

    private static PhoneCall call(Company company) {
        return new PhoneCall(company.tenant(), "alice", company.id(), MARCH, PhoneCall.Result.TALKED);
    }

    private static Deal deal(Company company, String value) {
        return new Deal(company.tenant(), "bruno", company.id(), MARCH, new BigDecimal(value), "EUR", "CRM");
    }

    private JsonNode march(String tenant) {
        return new Web(port).json("/" + tenant + "/kpis?period=2026-03").get("indicators");
    }

    private long callsOf(String tenant) {
        return march(tenant).at("/calls/count").asLong();
    }

    private String revenueOf(String tenant) {
        return march(tenant).at("/revenue/amount").asString();
    }

    @Test
    void whatIsNewChangedOrGoneIsSeen() {
        Company company = company("changes");
        assertThat(callsOf("changes")).isZero();

        PhoneCall call = calls.save(call(company));
        await().until(() -> callsOf("changes") == 1);
        assertThat(march("changes").at("/call-success-rate/hits").asLong()).isEqualTo(1);

        call.finish(PhoneCall.Result.VOICEMAIL);
        calls.save(call);
        await().until(() -> march("changes").at("/call-success-rate/misses").asLong() == 1);

        calls.delete(call);
        await().until(() -> callsOf("changes") == 0);
    }

    @Test
    void changesOverHttpAreSeen() {
        Company company = company("http");
        Deal deal = deals.save(deal(company, "10"));
        assertThat(revenueOf("http")).isEqualTo("10.00");

        Web web = new Web(port);
        assertThat(web.send("PUT", "/http/deals/" + deal.id() + "/value", "12.50")
                        .statusCode())
                .isEqualTo(204);
        await().until(() -> revenueOf("http").equals("12.50"));
        assertThat(web.send("PUT", "/nobody/deals/" + deal.id() + "/value", "1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatAFailedTransactionDidIsNotSeen() {
        Company company = company("failed");
        assertThat(callsOf("failed")).isZero();
        TransactionTemplate transaction = new TransactionTemplate(transactions);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    calls.saveAndFlush(call(company));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        calls.save(call(company)); // Changes are taken in order: when this one is seen, the other one would be too.

        await().until(() -> callsOf("failed") > 0);
        assertThat(callsOf("failed")).isEqualTo(1);
    }

    @Test
    void aTransactionIsSeenWholeOrNotAtAll() throws Exception {
        Company company = company("whole");
        assertThat(callsOf("whole")).isZero();
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        Future<?> writing = writer.submit(() -> {
            for (int i = 0; i < 40; i++) {
                transaction.executeWithoutResult(status -> {
                    calls.save(call(company));
                    deals.save(deal(company, "1"));
                    calls.save(call(company));
                });
            }
        });

        List<String> torn = new ArrayList<>();
        while (!writing.isDone() || callsOf("whole") < 80) {
            JsonNode now = march("whole");
            if (now.at("/calls/count").asLong()
                    != 2 * now.at("/contracts/count").asLong()) {
                torn.add(now.toString());
            }
        }
        writing.get();
        writer.shutdown();

        assertThat(torn).isEmpty();
    }

    @Test
    void whatIsCommittedWhileAllRowsAreReadIsSeen() throws Exception {
        Company company = company("reading");
        ExecutorService others = Executors.newFixedThreadPool(2);
        Future<Long> first = new TransactionTemplate(transactions).execute(status -> {
            // Feedback is read last: whoever waits for it has read the calls.
            database.sql("lock table feedback in access exclusive mode").update();
            Future<Long> reading = others.submit(() -> callsOf("reading"));
            await().until(() -> database.sql("select count(*) from pg_locks where not granted")
                    .query(Long.class)
                    .single()
                    .equals(1L));
            Future<PhoneCall> writing = others.submit(() -> calls.save(call(company)));
            await().pollDelay(Duration.ofMillis(200)).until(writing::isDone);
            return reading;
        });
        others.shutdown();

        assertThat(requireNonNull(first).get()).isBetween(0L, 1L);
        await().until(() -> callsOf("reading") == 1);
    }

    @Test
    void whatManyWriteAtOnceEndsAsTheTablesDo() throws Exception {
        Company company = company("many");
        List<Deal> contested = IntStream.range(0, 5)
                .mapToObj(i -> deals.save(deal(company, "1")))
                .toList();
        assertThat(revenueOf("many")).isEqualTo("5.00");
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Callable<Object>> work = IntStream.range(0, 8)
                .<Callable<Object>>mapToObj(writer -> () -> {
                    Random random = new Random(writer);
                    for (int i = 0; i < 50; i++) {
                        transaction.executeWithoutResult(status -> {
                            Deal deal = deals.findByIdAndTenant(
                                            contested.get(random.nextInt(5)).id(), "many")
                                    .orElseThrow();
                            deal.correct(BigDecimal.valueOf(random.nextInt(1_000_000), 2));
                            calls.save(call(company));
                        });
                    }
                    return "done";
                })
                .toList();
        for (Future<Object> done : writers.invokeAll(work)) {
            done.get();
        }
        writers.shutdown();

        await().until(() -> callsOf("many") == 400);
        assertThat(new BigDecimal(revenueOf("many")))
                .isEqualByComparingTo(database.sql("select sum(value) from deal where tenant = 'many'")
                        .query(BigDecimal.class)
                        .single());
    }

    @Test
    void aRowThatBreaksARuleIsLeftOutUntilItIsRight() {
        Company company = company("broken");
        Deal deal = deals.save(deal(company, "10"));
        assertThat(revenueOf("broken")).isEqualTo("10.00");

        deal.correct(new BigDecimal("-10"));
        deals.save(deal);
        await().until(() -> revenueOf("broken").equals("0.00"));

        deal.correct(new BigDecimal("11"));
        deals.save(deal);
        await().until(() -> revenueOf("broken").equals("11.00"));
    }

    @Test
    void aRowOfAnUnknownCurrencyIsLeftOutAndTheOthersAreNot() {
        Company company = company("currency");
        deals.save(deal(company, "10"));
        deals.save(new Deal("currency", "bruno", company.id(), MARCH, BigDecimal.ONE, "ECU", "CRM"));
        assertThat(revenueOf("currency")).isEqualTo("10.00");

        deals.save(new Deal("currency", "bruno", company.id(), MARCH, BigDecimal.ONE, "DM", "CRM"));
        deals.save(deal(company, "2"));
        await().until(() -> revenueOf("currency").equals("12.00"));
        assertThat(live.calculator("currency").history().problems().stream()
                        .map(problem -> problem.field() + " " + problem.value()))
                .containsExactlyInAnyOrder("currency ECU", "currency DM");
    }

    @Test
    void afterAPutThatFailedAllRowsAreReadAnew() {
        Company company = company("reload");
        Deal deal = deals.save(deal(company, "60000000000000000"));
        assertThat(revenueOf("reload")).isEqualTo("60000000000000000.00");

        // Each can be represented, their sum cannot.
        Deal other = deals.save(deal(company, "60000000000000000"));
        await().until(() -> new Web(port).get("/reload/kpis?period=2026-03").statusCode() == 500);
        deal.correct(BigDecimal.ONE);
        deals.save(deal);
        other.correct(BigDecimal.TEN);
        deals.save(other);

        await().until(() -> new Web(port).get("/reload/kpis?period=2026-03").statusCode() == 200);
        await().until(() -> revenueOf("reload").equals("11.00"));
    }

    @Test
    void aRestartKnowsAllThatWasCommitted() throws Exception {
        Company company = company("restart");
        assertThat(callsOf("restart")).isZero();
        calls.save(call(company));
        deals.save(deal(company, "99.90"));
        await().until(() -> revenueOf("restart").equals("99.90"));

        String url;
        try (var connection = dataSource.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        try (ConfigurableApplicationContext again = new SpringApplicationBuilder(ServiceApplication.class)
                .run("--server.port=0", "--spring.datasource.url=" + url)) {
            int another = Integer.parseInt(requireNonNull(again.getEnvironment().getProperty("local.server.port")));

            assertThat(new Web(another).json("/restart/kpis?period=2026-03").get("indicators"))
                    .isEqualTo(march("restart"));
        }
    }
}
