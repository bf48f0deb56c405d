-- Each request asks for a code for a phone of its own with a captcha solved beforehand; each thread has its own file.
local threads = 0
function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

function init(args)
  lines = {}
  for line in io.lines(args[1] .. "." .. id) do
    lines[#lines + 1] = line
  end
  next_line = 0
  accepted = 0
end

function request()
  next_line = next_line + 1
  local line = lines[next_line]
  if line == nil then
    wrk.thread:stop()
    line = lines[#lines]
  end
  local phone, cookie, answer = line:match("(%S+) (%S+) (%S+)")
  return wrk.format("POST", "/api/v1/verifications",
    { ["Content-Type"] = "application/json", ["Sec-Fetch-Site"] = "same-origin", ["Cookie"] = cookie },
    string.format('{"phone":"%s","purpose":"REGISTER","captcha":"%s"}', phone, answer))
end

function response(status)
  if status == 200 then
    accepted = accepted + 1
  end
end

local all = {}
local old_setup = setup
function setup(thread)
  old_setup(thread)
  all[#all + 1] = thread
end

function done(summary)
  local total = 0
  for _, thread in ipairs(all) do
    total = total + thread:get("accepted")
  end
  io.write(string.format("Accepted/sec: %.1f\n", total / (summary.duration / 1000000)))
end
