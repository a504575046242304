insert into tenant (name, zone, currency) values (:tenant, 'Europe/Paris', 'EUR');

insert into company (tenant, agent, title, created_at, rejected_at, territory, industry)
select :tenant, (array['alice', 'bruno', 'chloé', 'david', 'emma'])[1 + i % 5], 'Company ' || i,
       cast(:end as timestamptz) - (i * 37 % 540) * interval '1 day' - (i % 9) * interval '1 hour',
       null, (array['North', 'South', 'West'])[1 + i % 3], (array['Retail', 'Energy'])[1 + i % 2]
  from generate_series(1, :companies) i;

insert into phone_call (tenant, agent, company_id, started_at, result, support)
select tenant, agent, id, created_at + n * interval '3 days',
       (array['VOICEMAIL', 'HUNG_UP', 'BUSY_NOW', 'TALKED', 'APPOINTMENT', null])[1 + (id * 7 + n * 3) % 6], n = 6
  from company cross join generate_series(1, 6) n
 where tenant = :tenant and created_at + n * interval '3 days' <= cast(:end as timestamptz);

insert into appointment (tenant, agent, company_id, starts_at, booked_at, state, training)
select tenant, agent, id, created_at + interval '20 days', created_at + interval '10 days',
       (array['CALLED_OFF', 'STOOD_UP', 'DONE', 'DONE_GOING_ON', 'DONE_SOLD'])[1 + id / 2 % 5], false
  from company
 where tenant = :tenant and id % 2 = 0 and created_at + interval '20 days' <= cast(:end as timestamptz);

insert into offer (tenant, agent, company_id, sent_at, answer, answered_at, total, currency)
select tenant, agent, id, created_at + interval '25 days',
       (array['YES', 'YES', 'NO', 'NO', 'TOO_LATE', null])[1 + id / 2 % 6],
       case when id / 2 % 6 < 5 then created_at + interval '40 days' end, 500 + id % 90 * 100, 'EUR'
  from company
 where tenant = :tenant and id % 2 = 0 and created_at + interval '40 days' <= cast(:end as timestamptz);

insert into deal (tenant, agent, company_id, offer_id, signed_at, value, currency, first_day, last_day, product)
select tenant, agent, company_id, id, answered_at, total, currency, cast(answered_at as date),
       cast(answered_at + interval '1 year' as date), (array['Basic', 'Team'])[1 + id % 2]
  from offer
 where tenant = :tenant and answer = 'YES';

insert into feedback (tenant, agent, company_id, given_at, stars)
select tenant, agent, company_id, signed_at + interval '30 days', 1 + id % 5
  from deal
 where tenant = :tenant and signed_at + interval '30 days' <= cast(:end as timestamptz);

insert into quota (tenant, measure, period, least)
select :tenant, 'revenue', extract(year from cast(:end as timestamptz)), :companies * 200
