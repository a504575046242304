package org.saleskpi.service.crm;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The rows of {@link Quota}. */
public interface Quotas extends JpaRepository<Quota, Long> {

    List<Quota> findByTenant(String tenant);
}
