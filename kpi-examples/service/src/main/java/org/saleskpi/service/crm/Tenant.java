package org.saleskpi.service.crm;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;

/** A business that uses the CRM. */
@Entity
public class Tenant {

    @Id
    private String name;

    private String zone;
    private String currency;

    protected Tenant() {}

    public Tenant(String name, ZoneId zone, String currency) {
        this.name = name;
        this.zone = zone.getId();
        this.currency = currency;
    }

    public String name() {
        return name;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public String currency() {
        return currency;
    }
}
