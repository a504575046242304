package org.saleskpi.service;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.stream.Stream;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.jackson.JudgedReport;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.MultiValueMap;

/** What {@code /v3/api-docs} tells that the signatures of the controllers do not. */
@Configuration(proxyBeanMethods = false)
class OpenApi {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(MultiValueMap.class);
        Stream.of(
                        KpiReport.class,
                        KpiSeries.class,
                        KpiBreakdown.class,
                        Comparison.class,
                        JudgedReport.class,
                        Funnel.class)
                .forEach(type -> SpringDocUtils.getConfig()
                        .replaceWithSchema(
                                type,
                                new ObjectSchema()
                                        .description("As docs/json.md and kpi.schema.json of saleskpi describe it")));
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI().info(new Info().title("A CRM with indicators").version("1"));
    }

    @Bean
    GlobalOperationCustomizer questions() {
        return (operation, handler) -> {
            if (Stream.of(handler.getMethodParameters()).anyMatch(it -> it.getParameterType() == MultiValueMap.class)) {
                operation.addParametersItem(period()).addParametersItem(where());
            }
            return operation;
        };
    }

    private static Parameter period() {
        return new QueryParameter()
                .name("period")
                .required(true)
                .schema(new StringSchema())
                .description(
                        "A year, quarter, month, week or day, or the first day and the day after the last: 2026-Q1");
    }

    private static Parameter where() {
        return new QueryParameter()
                .name("where.owner")
                .schema(new ArraySchema().items(new StringSchema()))
                .description("Narrows to any of these; likewise where.region, or another attribute");
    }
}
