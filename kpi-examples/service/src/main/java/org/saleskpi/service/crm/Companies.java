package org.saleskpi.service.crm;

import org.springframework.data.jpa.repository.JpaRepository;

/** The rows of {@link Company}. */
public interface Companies extends JpaRepository<Company, Long> {

    boolean existsByIdAndTenant(Long id, String tenant);
}
