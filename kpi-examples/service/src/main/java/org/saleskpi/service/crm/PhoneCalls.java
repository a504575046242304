package org.saleskpi.service.crm;

import org.springframework.data.jpa.repository.JpaRepository;

/** The rows of {@link PhoneCall}. */
public interface PhoneCalls extends JpaRepository<PhoneCall, Long> {}
