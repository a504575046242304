package org.saleskpi.service.crm;

import org.springframework.data.jpa.repository.JpaRepository;

/** The rows of {@link Tenant}. */
public interface Tenants extends JpaRepository<Tenant, String> {}
