package org.saleskpi.service.crm;

import jakarta.persistence.MappedSuperclass;

/** A row that may belong to a company. */
@MappedSuperclass
public abstract class CompanyRow extends CrmRow {

    private Long companyId;

    protected CompanyRow() {}

    protected CompanyRow(String tenant, String agent, Long companyId) {
        super(tenant, agent);
        this.companyId = companyId;
    }

    public Long companyId() {
        return companyId;
    }
}
