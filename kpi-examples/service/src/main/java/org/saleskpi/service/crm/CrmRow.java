package org.saleskpi.service.crm;

import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.saleskpi.service.kpi.CommittedRows;

/** What all rows of the CRM have: an id, the tenant that they belong to, and perhaps an agent. */
@MappedSuperclass
@EntityListeners(CommittedRows.class)
public abstract class CrmRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String tenant;
    private String agent;

    protected CrmRow() {}

    protected CrmRow(String tenant, String agent) {
        this.tenant = tenant;
        this.agent = agent;
    }

    public Long id() {
        return id;
    }

    public String tenant() {
        return tenant;
    }

    public String agent() {
        return agent;
    }
}
