-- Nothing leaves with this permit: its places are free, and the next bulk permit may take its turn.
--
-- KEYS  1 places of the integration, 2 places of the account, 3 when the integration's next bulk permit is due
-- ARGV  1 the permit's id, 2 the time that was told to a bulk permit that waited (0: none), 3 the pace of bulk
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('ZREM', KEYS[2], ARGV[1])
local told = tonumber(ARGV[2])
if told > 0 and tonumber(redis.call('GET', KEYS[3]) or 0) == told + tonumber(ARGV[3]) then
  redis.call('SET', KEYS[3], ARGV[2], 'KEEPTTL')
end
return 1
