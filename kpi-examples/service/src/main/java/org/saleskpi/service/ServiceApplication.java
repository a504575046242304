package org.saleskpi.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: on the database of {@code spring.datasource.url}, or else on one that it starts itself. */
@SpringBootApplication
public class ServiceApplication {

    /** Made by Spring. */
    public ServiceApplication() {}

    /**
     * Starts the service.
     *
     * @param args properties, such as {@code --spring.datasource.url=jdbc:postgresql://localhost/crm}
     */
    public static void main(String[] args) {
        SpringApplication.run(ServiceApplication.class, args);
    }
}
