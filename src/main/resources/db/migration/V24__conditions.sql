-- Which conditions that the agreement adds objected to a request: its code and the condition's id. Null: none.
alter table request add column conditions text[];
