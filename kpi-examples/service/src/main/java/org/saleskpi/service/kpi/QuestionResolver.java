package org.saleskpi.service.kpi;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives controllers what a request asks about: the question of {@code period=2026-03&where.owner=alice} to the tenant of its path, and
 * the dimension and the indicator that the path names.
 */
@Component
record QuestionResolver(LiveTenants tenants) implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String WHERE = "where.";

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    /** Lets words of enums stand in small letters. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        ApplicationConversionService.configure(registry);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return List.of(KpiQuery.class, Dimension.class, Indicator.class).contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        KpiCalculator kpis = tenants.calculator(inPath(request, "tenant"));
        if (parameter.getParameterType() == KpiQuery.class) {
            return question(kpis, request);
        }
        if (parameter.getParameterType() == Dimension.class) {
            return dimension(kpis, inPath(request, "dimension"));
        }
        String key = inPath(request, "indicator");
        return known(kpis.indicator(key), "indicator", key);
    }

    private static String inPath(NativeWebRequest request, String name) {
        Object path =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return requireNonNull((String) requireNonNull((Map<?, ?>) path, "path").get(name), name);
    }

    private static KpiQuery question(KpiCalculator kpis, NativeWebRequest request) {
        String period = request.getParameter("period");
        if (period == null) {
            throw new IllegalArgumentException("period is missing, expected one such as 2026-03");
        }
        KpiQuery query = kpis.during(kpis.history().calendar().parsePeriod(period));
        for (Iterator<String> names = request.getParameterNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.startsWith(WHERE)) {
                Dimension dimension = dimension(kpis, name.substring(WHERE.length()));
                query = query.where(dimension, requireNonNull(request.getParameterValues(name), name));
            }
        }
        Map<String, List<String>> unknown = query.unknownKeys();
        return known(unknown.isEmpty() ? Optional.of(query) : Optional.empty(), "group", unknown);
    }

    private static Dimension dimension(KpiCalculator kpis, String name) {
        return known(kpis.dimension(name), "dimension", name);
    }

    private static <T> T known(Optional<T> found, String kind, Object name) {
        return found.orElseThrow(() -> new NoSuchElementException("There is no " + kind + " " + name));
    }
}
