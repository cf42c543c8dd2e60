-- By themselves: a new value cannot be used in the transaction that adds it.
alter type movement_kind add value 'shipped';
alter type movement_kind add value 'returned';
