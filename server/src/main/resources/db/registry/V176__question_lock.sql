-- One row per stripe that a transaction takes before it writes down what a mother asks, so that of two at once the second sees the first's question.
create table question_lock (
    stripe integer primary key
);

insert into question_lock (stripe)
select a.n * 16 + b.n
from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) a(n)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) b(n);
