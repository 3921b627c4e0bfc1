#include "Load.hpp"

#include <array>

namespace luot::faults {

namespace {

constexpr std::array<const char*, 6> services{"chung-thuc", "ho-tich",         "dat-dai",
                                              "xay-dung",   "lao-dong-xa-hoi", "y-te"};
constexpr std::array<int, 4> numbers{1, 3, 4, 6};
constexpr std::chrono::milliseconds whenIdle{3};

using Clock = std::chrono::steady_clock;

}  // namespace

bool Kiosk::step() {
    if (!open_) ++presses_;
    open_ = true;
    const auto key = name_ + "-" + std::to_string(presses_);
    const auto* service = services[static_cast<std::size_t>(presses_) % services.size()];
    centre_.ledger().pressed(key);
    const auto began = Clock::now();
    const auto answer = http_->post("/api/v1/tickets", std::string(R"({"service":")") + service + "\"}", key);
    if (answer.status == 0) return false;
    if (answer.status == 503) {
        ++refused_;
        std::this_thread::sleep_for(whenIdle);
        return true;
    }
    if (answer.status != 201) return false;
    milliseconds_.push_back(std::chrono::duration<double, std::milli>(Clock::now() - began).count());
    centre_.ledger().issued(key, std::string(answer["id"].as_string()),
                            std::string(answer["number"].as_string()), centre_.shim().records());
    // Now and then the answer got lost on its way, and the kiosk asks again.
    again_ = presses_ % 16 == 0 && !again_;
    open_ = again_;
    return true;
}

bool Kiosk::settle() {
    connect();
    while (open_)
        if (!step()) return false;
    return true;
}

void CounterDesk::connect() {
    stream_ =
        std::make_unique<Line>(centre_.url(), centre_.admin(), tests::hello("manager", feed_.greeting()));
    if (!stream_->up()) stream_.reset();
}

bool CounterDesk::step() {
    if (!stream_) return false;
    if (!open_) ++asked_;
    open_ = true;
    const auto reply = ask();
    if (reply.empty()) return false;
    open_ = false;
    understand(reply);
    return true;
}

base::json::Object CounterDesk::ask() {
    const auto id = "c" + std::to_string(number_) + "-" + std::to_string(asked_);
    const auto clerk = next_ == "open" ? R"(,"clerk":"Lan )" + std::to_string(number_) + "\"" : "";
    stream_->send(R"({"type":"command","id":")" + id + R"(","name":")" + next_ + R"(","args":{"counter":)" +
                  std::to_string(number_) + clerk + "}}");
    for (;;) {
        auto frame = stream_->next();
        if (frame.empty()) return {};
        if (feed_.see(frame)) centre_.ledger().told(feed_.last(), frame);
        if (frame.at("type").as_string() == "reply" && frame.at("id").as_string() == id) return frame;
    }
}

void CounterDesk::understand(const base::json::Object& reply) {
    if (!reply.at("ok").as_bool()) {
        const auto& code = reply.at("problem").as_object().at("code").as_string();
        if (code == "counter_busy") next_ = "start";
        if (code == "wrong_state" || code == "counter_taken") next_ = "call_next";
        if (code == "counter_closed") next_ = "open";
        if (code == "storage_unavailable") std::this_thread::sleep_for(whenIdle);
        return;
    }
    const auto& result = reply.at("result");
    const bool calling = next_ == "call_next";
    next_ = calling && result.is_object() ? "start" : "call_next";
    if (!calling) return;
    if (!result.is_object()) {
        std::this_thread::sleep_for(whenIdle);
        return;
    }
    centre_.ledger().called(std::string(result.at("ticket").at("id").as_string()), number_,
                            centre_.shim().records());
}

bool CounterDesk::settle() {
    connect();
    while (open_)
        if (!step()) return false;
    return true;
}

Load::Load(Centre& centre, int kioskCount, int counterCount) {
    for (int i = 0; i < kioskCount; ++i)
        kiosks.push_back(std::make_unique<Kiosk>(centre, "k" + std::to_string(i + 1)));
    for (int i = 0; i < counterCount; ++i)
        counters.push_back(std::make_unique<CounterDesk>(centre, numbers.at(static_cast<std::size_t>(i))));
}

std::vector<Worker*> Load::workers() const {
    std::vector<Worker*> all;
    for (const auto& kiosk : kiosks) all.push_back(kiosk.get());
    for (const auto& counter : counters) all.push_back(counter.get());
    return all;
}

void Load::begin() {
    stop_ = false;
    for (auto* worker : workers())
        threads_.emplace_back([this, worker] {
            worker->connect();
            while (!stop_ && worker->step()) {
            }
            worker->disconnect();
        });
}

void Load::end() {
    stop_ = true;
    threads_.clear();
}

bool Load::settle() {
    bool all = true;
    for (auto* worker : workers()) all = worker->settle() && all;
    for (auto* worker : workers()) worker->disconnect();
    return all;
}

}  // namespace luot::faults
