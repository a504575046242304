package org.saleskpi.service;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service: on the database of {@code spring.datasource.url}, or else on one that it starts itself. */
@SpringBootApplication
@EnableScheduling
public class ServiceApplication {

    /**
     * Starts the service.
     *
     * @param args properties, such as {@code --spring.datasource.url=jdbc:postgresql://localhost/crm}
     */
    public static void main(String[] args) {
        SpringApplication.run(ServiceApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
