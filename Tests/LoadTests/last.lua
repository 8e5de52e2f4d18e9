-- Fifty people at once, for wrk. Every thread is one person with one connection and a session of its own, who asks for
-- a page, waits for all of it, thinks, and asks for the next.
--
--   wrk -t 50 -c 50 -d 20s -s last.lua ADDRESS -- PLAN.lua THINK_MS FOLDER
--
-- PLAN.lua gives the cookies and the requests with their weights. What is measured is the time from just before a
-- request is written until all of its answer is read, as the client on this machine sees it.

local ffi = require("ffi")
ffi.cdef("typedef struct { long s; long ns; } moment; int clock_gettime(int clock, moment *now);")

local moment = ffi.new("moment")
local function now()
  ffi.C.clock_gettime(1, moment)
  return tonumber(moment.s) * 1000 + tonumber(moment.ns) / 1e6
end

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(arguments)
  local plan = dofile(arguments[1])
  -- One file a thread, a line an answer: wrk tells a thread nothing when the time is out.
  log = io.open(arguments[3] .. "/" .. number, "w")
  log:setvbuf("line")
  math.randomseed(number)
  cookie = plan.cookies[number]
  -- Writers are the first of the fifty; the others only read.
  local writes = number <= plan.writers
  requests = writes and plan.writes or plan.reads
  -- Nobody saves several answers a second.
  think = math.max(tonumber(arguments[2]), writes and 1000 or 0)
  total = 0
  for _, request in ipairs(requests) do total = total + request.weight end
end

local function choose()
  local point = math.random() * total
  for _, request in ipairs(requests) do
    point = point - request.weight
    if point <= 0 then return request end
  end
  return requests[#requests]
end

function delay()
  -- Between half of the time to think and one and a half of it.
  return think == 0 and 0 or math.floor(think * (0.5 + math.random()))
end

function request()
  chosen = choose()
  local variants = chosen.variants
  -- A writer takes one text after the other, since the same answer twice is none.
  sent = (sent or number * 37) + 1
  local one = chosen.status and variants[1 + sent % #variants] or variants[math.random(#variants)]
  local headers = { ["Cookie"] = cookie }
  if one.body then
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    headers["Sec-Fetch-Site"] = "same-origin"
  end
  local text = wrk.format(one.body and "POST" or "GET", one.path, headers, one.body)
  begun = now()
  return text
end

function response(status)
  local spent = now() - begun
  log:write("ms ", spent, " ", chosen.name, "\n")
  if status ~= (chosen.status or 200) then log:write("fault 1 ", chosen.name, " ", status, "\n") end
end

function done(summary)
  print("seconds " .. summary.duration / 1e6)
  for kind, count in pairs(summary.errors) do
    if kind ~= "status" and count > 0 then print("fault " .. count .. " socket " .. kind) end
  end
end
