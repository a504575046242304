package org.saleskpi.service.crm;

import org.springframework.data.jpa.repository.JpaRepository;

/** The rows of {@link Deal}. */
public interface Deals extends JpaRepository<Deal, Long> {}
