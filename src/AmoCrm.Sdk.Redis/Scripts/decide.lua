-- Decides about one request: it may go now, or is told when to ask again. Times are microseconds on the server's clock.
--
-- KEYS  1 places of the integration, 2 places of the account: sorted sets of permits by time; 3 when the integration's next bulk permit is due; 4 who takes part
-- ARGV  1 the permit's id, 2 'interactive', 'bulk' or 'note', 3 the integration's limit, 4 the account's, 5 the window, 6 the pace of bulk,
--       7 the time that was told to a bulk permit before (0: it asks for the first time), 8 the process, 9 how long a process counts after it was seen
-- Answers 1 when it may go (else 0), the time it may go or asks again, now, the number of processes, and 1 when the server did not know this one (else 0).
--
-- A place in the sets is a permit that was given (its time is when its request left, as far as anybody knows) or an interactive one that is promised (its time is ahead).
-- Nobody goes on a promise alone: whoever waited asks again, for what left late or was given meanwhile counts. So in no window more is given than the limit.
local id, lane = ARGV[1], ARGV[2]
local limit, accountLimit, window, pace = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local told, process, seen = tonumber(ARGV[7]), ARGV[8], tonumber(ARGV[9])

local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])

-- Nothing is promised as far ahead as this: what is further away was written before the server's clock was set back.
local horizon = now + 100 * window

redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', now - seen)
local isNew = redis.call('ZADD', KEYS[4], now, process)
redis.call('PEXPIRE', KEYS[4], math.ceil(seen / 1000))
local processes = redis.call('ZCARD', KEYS[4])
if lane == 'note' then
  return { 0, now, now, processes, isNew }
end

-- The time of the last place up to a time.
local function last(key, upTo)
  local entry = redis.call('ZREVRANGEBYSCORE', key, upTo, '-inf', 'WITHSCORES', 'LIMIT', 0, 1)
  return tonumber(entry[2] or 0)
end

-- When there is room behind all places up to a time: now, or when the window of the place that is as many places back as the limit allows is over.
local function room(key, max, upTo)
  local before = redis.call('ZCOUNT', key, '-inf', upTo)
  if before < max then
    return now
  end
  local entry = redis.call('ZRANGE', key, before - max, before - max, 'WITHSCORES')
  return tonumber(entry[2]) + window
end

local function take(key, at)
  redis.call('ZADD', key, at, id)
  redis.call('PEXPIRE', key, math.ceil((last(key, '+inf') - now + window) / 1000) + 1000)
end

for i = 1, 2 do
  redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', now - window)
  redis.call('ZREMRANGEBYSCORE', KEYS[i], horizon, '+inf')
end

if lane == 'bulk' then
  -- Promises to bulk permits take no place, so that interactive ones pass them; their order is kept by the time the next one is due.
  local at = math.max(now, told, room(KEYS[1], limit, '+inf'), room(KEYS[2], accountLimit, '+inf'))
  if told == 0 or (at > now and at >= told + pace) then
    local due = tonumber(redis.call('GET', KEYS[3]) or 0)
    if due <= now - pace or due >= horizon then
      -- A little late is made up for; a pause is not.
      due = now
    end
    if at > now or due > now then
      due = math.max(at, due)
      at = due
    end
    local after = due + pace
    redis.call('SET', KEYS[3], string.format('%.0f', after), 'PX', math.ceil((after - now + pace) / 1000) + 1000)
  end
  if at > now then
    return { 0, at, now, processes, isNew }
  end
  take(KEYS[1], now)
  take(KEYS[2], now)
  return { 1, now, now, processes, isNew }
end

-- It comes, and all that was promised stays before it; or it waited, and what was promised later than this stays behind it.
local upTo, at = '+inf', now
local own = redis.call('ZSCORE', KEYS[1], id)
if own then
  upTo = math.max(tonumber(own), now)
  redis.call('ZREM', KEYS[1], id)
  redis.call('ZREM', KEYS[2], id)
end

-- The order is kept also where places were given back before those that wait already.
local promised = last(KEYS[1], upTo)
if promised > now then
  at = promised + 1
end

at = math.max(at, room(KEYS[1], limit, upTo), room(KEYS[2], accountLimit, upTo))
take(KEYS[1], at)
take(KEYS[2], at)
return { at <= now and 1 or 0, at, now, processes, isNew }
