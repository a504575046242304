package org.saleskpi.service.crm;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Some of what the CRM itself is asked to do: calls are made, and deals are corrected. */
@RestController
@RequestMapping("/{tenant}")
class CrmController {

    private final Tenants tenants;
    private final Companies companies;
    private final PhoneCalls calls;
    private final Deals deals;
    private final Clock clock;

    CrmController(Tenants tenants, Companies companies, PhoneCalls calls, Deals deals, Clock clock) {
        this.tenants = tenants;
        this.companies = companies;
        this.calls = calls;
        this.deals = deals;
        this.clock = clock;
    }

    /** A call that has just ended. */
    record NewCall(String agent, Long companyId, PhoneCall.Result result) {}

    @PostMapping("/calls")
    @ResponseStatus(HttpStatus.CREATED)
    Long call(@PathVariable String tenant, @RequestBody NewCall call) {
        if (!tenants.existsById(tenant)) {
            throw new NoSuchElementException("There is no tenant " + tenant);
        }
        if (call.companyId() != null && !companies.existsByIdAndTenant(call.companyId(), tenant)) {
            throw new ErrorResponseException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.UNPROCESSABLE_CONTENT, "There is no company " + call.companyId()),
                    null);
        }
        return calls.save(new PhoneCall(tenant, call.agent(), call.companyId(), clock.instant(), call.result()))
                .id();
    }

    @PutMapping("/deals/{id}/value")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void value(@PathVariable String tenant, @PathVariable Long id, @RequestBody BigDecimal value) {
        deals.findByIdAndTenant(id, tenant)
                .orElseThrow(() -> new NoSuchElementException("There is no deal " + id))
                .correct(value);
    }
}
