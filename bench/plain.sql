-- An address in one form: capitals, no punctuation, the postal abbreviations that occur most.
create function plain(address text) returns text language sql immutable parallel safe as $$
  select btrim(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(
    replace(replace(replace(replace(replace(replace(
      ' ' || regexp_replace(replace(upper(address), '#', ' APT '), '[^A-Z0-9]+', ' ', 'g') || ' ',
      ' STREET ', ' ST '), ' AVENUE ', ' AVE '), ' ROAD ', ' RD '), ' DRIVE ', ' DR '), ' LANE ', ' LN '),
      ' BOULEVARD ', ' BLVD '), ' COURT ', ' CT '), ' PLACE ', ' PL '), ' TERRACE ', ' TER '), ' NORTH ', ' N '), ' SOUTH ', ' S '),
      ' EAST ', ' E '), ' WEST ', ' W '), ' APARTMENT ', ' APT '), '  ', ' '))
$$;
