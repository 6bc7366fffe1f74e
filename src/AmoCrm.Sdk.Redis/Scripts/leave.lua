-- A request leaves now, later than its permit was given, or has not left yet: its window begins now.
--
-- KEYS  1 places of the integration, 2 places of the account
-- ARGV  1 the permit's id, 2 the window in microseconds
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
for i = 1, 2 do
  redis.call('ZADD', KEYS[i], now, ARGV[1])
  local entry = redis.call('ZRANGE', KEYS[i], -1, -1, 'WITHSCORES')
  redis.call('PEXPIRE', KEYS[i], math.ceil((tonumber(entry[2]) - now + tonumber(ARGV[2])) / 1000) + 1000)
end
return now
