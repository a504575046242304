package org.saleskpi.service.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills a tenant with rows that look like those of a business, by SQL alone: about eight for each company. */
@Component
public class DemoTenant {

    private static final Resource ROWS = new ClassPathResource("demo.sql");

    private static final Pattern END = Pattern.compile(";\\s*\\n");

    private final JdbcClient database;

    DemoTenant(JdbcClient database) {
        this.database = database;
    }

    /**
     * Adds a tenant.
     *
     * @param tenant its name, which no other has
     * @param companies how many companies it knows
     * @param end when its last rows are from; the first are from eighteen months before
     */
    public void add(String tenant, int companies, Instant end) {
        for (String statement : END.split(statements(), -1)) {
            database.sql(statement)
                    .param("tenant", tenant)
                    .param("companies", companies)
                    .param("end", Timestamp.from(end))
                    .update();
        }
    }

    private static String statements() {
        try {
            return ROWS.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
