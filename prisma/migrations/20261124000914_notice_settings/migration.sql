-- When phones stay silent, when something is passed on and which days are worked are settings; what no clock or week has is refused.
alter table dated_settings add constraint hours_and_weekdays_exist check (
  case key
    when 'notice.quiet_from' then value between 0 and 23
    when 'notice.quiet_until' then value between 0 and 23
    when 'notice.pass_on_hours' then value between 1 and 720
    when 'work.last_weekday' then value between 1 and 7
    else true
  end
);
