-- Every request with one code or none, and the last known address where number, surname and stated address agree.
create table answer as
with request as materialized (
  select line::jsonb as r from asked where line like '{"type":"request"%'
), field as materialized (
  select r ->> 'requestId' as request_id, r #>> '{subject,tin,value}' as tin, upper(r #>> '{subject,surname}') as surname,
    plain(concat_ws(' ', r #>> '{address,line1}', r #>> '{address,line2}')) as street, left(r #>> '{address,postalCode}', 5) as zip,
    r -> 'taxPeriods' as periods, r -> 'elements' as elements, r ->> 'statute' as statute, r ->> 'purpose' as purpose,
    r #>> '{case,number}' as case_number, r ->> 'reason' as reason, (r #>> '{case,activeCriminalInvestigation}')::boolean as active,
    (r #>> '{removalOrder,administrativeFinalOn}')::date as final_on, r #>> '{officers,0,officerId}' as officer
  from request
), verdict as materialized (
  select *, case
    when coalesce(surname, '') in ('', 'UNKNOWN', 'NONE', 'TEST') then 'R201'
    when street = '' then 'R202'
    when street ~ '(FAILED TO PROVIDE|NOT PROVIDED|NOT AVAILABLE|UNKNOWN|NO (KNOWN |FIXED )?ADDRESS|REFUSED|HOMELESS|TBD|^N ?A( N ?A)*$|^(X+|NONE|NULL|TEST)$)' then 'R204'
    when street ~ '(JAIL|PRISON|DETENTION|CORRECTION)' and street !~ '^[0-9]' then 'R205'
    when street ~ '^[0-9]{5}$' then 'R207'
    when street !~ '^([0-9]|PO BOX|P O BOX|RR|HC)' then 'R203'
    when zip !~ '^[0-9]{5}$' then 'R208'
    when tin !~ '^9[0-9]{8}$' then 'M300'
    when jsonb_array_length(periods) not between 1 and 6 then 'R209'
    when elements <> '["MAILING_ADDRESS"]' then 'A106'
    when statute !~ '^8 USC 1253\(a\)\(1\)\([A-D]\)$' or purpose not in ('PREPARATION', 'INVESTIGATION', 'GRAND_JURY') then 'A105'
    when position(case_number in reason) = 0 then 'R211'
    when active is not true then 'R213'
    when final_on is null or final_on > current_date - 90 then 'R231'
    when officer is null then 'R214'
  end as code
  from field
)
select v.request_id, v.officer, v.code, found.address is not null as matched, found.address
from verdict v
left join lateral (
  select jsonb_build_object('line1', last.line1, 'line2', last.line2, 'city', last.city, 'state', last.state, 'postalCode', last.postal_code) as address
  from records.taxpayer last
  where v.code is null and last.tin = v.tin and last.last_known and v.periods ? last.period
    and exists (select from records.taxpayer stated where stated.tin = v.tin and upper(stated.surname) = v.surname
      and left(stated.postal_code, 5) = v.zip and plain(concat_ws(' ', stated.line1, stated.line2)) = v.street)
  limit 1
) found on true;
