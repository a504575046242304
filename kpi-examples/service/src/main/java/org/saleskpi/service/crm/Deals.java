package org.saleskpi.service.crm;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The rows of {@link Deal}. */
public interface Deals extends JpaRepository<Deal, Long> {

    Optional<Deal> findByIdAndTenant(Long id, String tenant);
}
