package org.saleskpi.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document describes the endpoints that there are, with all that they are asked with. */
@CrmTest
class OpenApiTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    @Test
    void everyEndpointIsDescribed() {
        List<String> endpoints = new ArrayList<>();
        mapping.getHandlerMethods().forEach((request, method) -> {
            if (method.getBeanType().getName().startsWith("org.saleskpi.")
                    && method.getBeanType().isAnnotationPresent(RestController.class)) {
                request.getPatternValues()
                        .forEach(path -> request.getMethodsCondition()
                                .getMethods()
                                .forEach(verb ->
                                        endpoints.add(verb.name().toLowerCase(java.util.Locale.ROOT) + " " + path)));
            }
        });
        List<String> described = new ArrayList<>();
        JsonNode paths = new Web(port).json("/v3/api-docs").get("paths");
        paths.forEachEntry((path, item) -> item.forEachEntry((verb, operation) -> {
            described.add(verb + " " + path);
            assertThat(parametersIn("path", operation))
                    .as(path)
                    .containsExactlyInAnyOrderElementsOf(VARIABLE.matcher(path)
                            .results()
                            .map(variable -> variable.group(1))
                            .toList());
            if (path.contains("/kpis")) {
                assertThat(parametersIn("query", operation)).as(path).contains("period", "where.owner");
            }
        }));

        assertThat(described).hasSizeGreaterThan(8).containsExactlyInAnyOrderElementsOf(endpoints);
    }

    private static List<String> parametersIn(String where, JsonNode operation) {
        return operation
                .get("parameters")
                .valueStream()
                .filter(parameter -> parameter.get("in").asString().equals(where))
                .map(parameter -> parameter.get("name").asString())
                .toList();
    }
}
