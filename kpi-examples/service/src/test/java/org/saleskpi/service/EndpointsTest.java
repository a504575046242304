package org.saleskpi.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saleskpi.service.crm.Tenants;
import org.saleskpi.service.demo.DemoTenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Numbers are those that SQL finds in the tables. */
@CrmTest
class EndpointsTest {

    private static final String TENANT = "endpoints";
    private static final String IN_QUARTER =
            " between '2026-01-01 Europe/Paris' and '2026-03-31 23:59:59.999 Europe/Paris'";

    @Autowired
    private Tenants tenants;

    @Autowired
    private DemoTenant demo;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    @BeforeEach
    void rows() {
        if (!tenants.existsById(TENANT)) {
            demo.add(
                    TENANT,
                    200,
                    LocalDate.of(2026, 4, 15)
                            .atStartOfDay(ZoneId.of("Europe/Paris"))
                            .toInstant());
        }
    }

    private JsonNode kpis(String path) {
        return new Web(port).json("/" + TENANT + "/kpis" + path);
    }

    private <T> T sql(Class<T> type, String question) {
        return database.sql(question.replace("$mine", "tenant = '" + TENANT + "'"))
                .query(type)
                .single();
    }

    @Test
    void aReportIsWhatSqlFinds() {
        JsonNode answers = kpis("?period=2026-Q1").get("indicators");

        assertThat(answers.at("/calls/count").asLong())
                .isPositive()
                .isEqualTo(sql(
                        Long.class,
                        "select count(*) from phone_call where $mine and not support and started_at" + IN_QUARTER));
        assertThat(new BigDecimal(answers.at("/revenue/amount").asString()))
                .isPositive()
                .isEqualByComparingTo(
                        sql(BigDecimal.class, "select sum(value) from deal where $mine and signed_at" + IN_QUARTER));
        assertThat(answers.at("/win-rate/hits").asLong())
                .isPositive()
                .isEqualTo(sql(
                        Long.class,
                        "select count(*) from offer where $mine and answer = 'YES' and answered_at" + IN_QUARTER));
    }

    @Test
    void aBreakdownHasAReportForEachGroup() {
        JsonNode byRegion = kpis("/by/region?period=2026-Q1");

        assertThat(byRegion.get("groups")
                        .valueStream()
                        .map(group -> group.get("key").asString()))
                .containsExactly("North", "South", "West");
        assertThat(kpis("?period=2026-Q1&where.region=South")).isEqualTo(byRegion.at("/groups/1/report"));
        assertThat(kpis("?period=2026-Q1&where.owner=alice&where.owner=emma")
                        .at("/indicators/calls/count")
                        .asLong())
                .isEqualTo(sql(
                        Long.class,
                        "select count(*) from phone_call where $mine and not support and agent in ('alice', 'emma') and started_at"
                                + IN_QUARTER));
    }

    @Test
    void aSeriesHasAReportForEachUnit() {
        JsonNode months = kpis("/every/month?period=2026-Q1").get("series");

        assertThat(months.size()).isEqualTo(3);
        assertThat(months.get(1)).isEqualTo(kpis("?period=2026-02"));
    }

    @Test
    void aComparisonHasBoth() {
        JsonNode comparison = kpis("/comparison?period=2026-03&with=previous");

        assertThat(comparison.at("/comparison/indicators/calls/before"))
                .isEqualTo(kpis("?period=2026-02").at("/indicators/calls"));
        assertThat(comparison.at("/comparison/indicators/calls/change").isNumber())
                .isTrue();
    }

    @Test
    void aReportIsHeldAgainstQuotas() {
        JsonNode revenue = kpis("/targets?period=2026").at("/indicators/revenue");

        assertThat(revenue.at("/target/atLeast").asString()).isEqualTo("40000.00");
        assertThat(revenue.at("/target/attainment").asDouble())
                .isEqualTo(Double.parseDouble(revenue.get("amount").asString()) / 40_000);
    }

    @Test
    void aFunnelFollowsTheCompaniesOfAPeriod() {
        assertThat(kpis("/funnel?period=2025").at("/stages/0/customers").asLong())
                .isEqualTo(
                        sql(
                                Long.class,
                                "select count(*) from company where $mine"
                                        + " and created_at between '2025-01-01 Europe/Paris' and '2025-12-31 23:59:59.999 Europe/Paris'"));
    }

    @ParameterizedTest
    @CsvSource({"calls, hits, 7", "win-rate, misses, 3", "win-rate, hits, 1000", "conversion-rate, open, 10"})
    void pagesOfFactsMakeUpTheNumber(String indicator, String part, int limit) {
        String facts = "/" + indicator + "/facts?period=2026-Q1&part=" + part;
        int total = kpis(facts).get("total").asInt();
        List<String> all = kpis(facts + "&limit=1000")
                .get("facts")
                .valueStream()
                .map(JsonNode::toString)
                .toList();

        assertThat(total).isPositive().isEqualTo(all.size());
        for (int offset = 0; offset <= total; offset += limit) {
            assertThat(kpis(facts + "&offset=" + offset + "&limit=" + limit)
                            .get("facts")
                            .valueStream()
                            .map(JsonNode::toString))
                    .isEqualTo(all.subList(offset, Math.min(offset + limit, total)));
        }
    }

    @Test
    void aFactTellsWhoseItIs() {
        JsonNode call = kpis("/calls/facts?period=2026-Q1&limit=1").at("/facts/0");

        assertThat(call.get("agent").asString())
                .isEqualTo(sql(
                        String.class,
                        "select agent from phone_call where id = "
                                + call.get("id").asString()));
        assertThat(Instant.parse(call.get("moment").asString()))
                .isBetween("2025-12-31T23:00:00Z", "2026-01-03T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?period=2026-13 | 400 | DateRange: month 13 is not from 1 to 12",
                "? | 400 | period is missing, expected one such as 2026-03",
                "/every/day?period=0001-01-01/9999-01-01 | 400 | has more than 1000000 pieces",
                "/every/moon?period=2026 | 400 | moon",
                "/comparison?period=2026 | 400 | with",
                "/calls/facts?period=2026&limit=0 | 400 | limit 0 is out of bounds",
                "/by/regoin?period=2026 | 404 | There is no dimension regoin",
                "?period=2026&where.regoin=South | 404 | There is no dimension regoin",
                "?period=2026&where.owner=alcie | 404 | There is no owner alcie",
                "/revenu/facts?period=2026 | 404 | There is no indicator revenu"
            })
    void whatCannotBeAnsweredIsAProblem(String path, int status, String detail) {
        assertProblem("/" + TENANT + "/kpis" + path, status, detail);
    }

    @Test
    void anUnknownTenantIsAProblem() {
        assertProblem("/nobody/kpis?period=2026", 404, "There is no tenant nobody");
    }

    @Test
    void thereAreNoNewsOfAnUnknownTenant() {
        assertProblem("/nobody/dashboard/changes", 404, "There is no tenant nobody");
    }

    @Test
    void aCallIsOfATenantAndOneOfItsCompanies() {
        long others = demoOf("others");
        String call = "{\"agent\": \"alice\", \"companyId\": %d, \"result\": \"TALKED\"}";
        Web web = new Web(port);
        long before = callsOfEachTenant();

        assertProblem(
                web.send("POST", "/" + TENANT + "/calls", call.formatted(others)),
                422,
                "There is no company " + others);
        assertProblem(
                web.send("POST", "/" + TENANT + "/calls", call.formatted(999_999_999L)),
                422,
                "There is no company 999999999");
        assertProblem(web.send("POST", "/nobody/calls", call.formatted(others)), 404, "There is no tenant nobody");
        assertProblem(
                web.send("POST", "/" + TENANT + "/calls", call.formatted(others).replace("TALKED", "SANG")), 400, "");
        assertThat(callsOfEachTenant()).isEqualTo(before);
        assertThat(web.send("POST", "/others/calls", call.formatted(others)).statusCode())
                .isEqualTo(201);
        assertThat(callsOfEachTenant()).isEqualTo(before + 1);
    }

    private long callsOfEachTenant() {
        return sql(Long.class, "select count(*) from phone_call where tenant in ('" + TENANT + "', 'others')");
    }

    /** A company of another tenant. */
    private long demoOf(String tenant) {
        demo.add(tenant, 1, Instant.parse("2026-04-15T00:00:00Z"));
        return sql(Long.class, "select max(id) from company where tenant = '" + tenant + "'");
    }

    private void assertProblem(String path, int status, String detail) {
        assertProblem(new Web(port).get(path), status, detail);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new JsonMapper().readTree(response.body()).get("detail").asString())
                .contains(detail);
    }
}
