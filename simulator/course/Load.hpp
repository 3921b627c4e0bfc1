#pragma once

#include <set>
#include <string>
#include <vector>

#include "simulator/check/Spread.hpp"
#include "simulator/course/Run.hpp"

namespace luot::simulator::course {

/// Commands as fast as each line is answered: tickets alone, or tickets and then calls at counters.
class Load final : public Play {
public:
    explicit Load(Run& run) : run_(run) {}

    void start() override;
    void report(base::json::Object& into) const override;

private:
    /// What one kind of command took.
    struct Measure {
        check::Spread milliseconds;
        line::Steady::time_point began = line::Steady::time_point::max();
        line::Steady::time_point ended{};
        void add(const line::Answer& answer);
        base::json::Object report() const;
    };
    boost::asio::awaitable<void> issue(line::Line& line);
    boost::asio::awaitable<void> call(line::Line& line, int counter);
    boost::asio::awaitable<bool> command(line::Line& line, std::string name, int counter);
    void startCalls();

    Run& run_;
    std::vector<line::Line*> lines_;
    std::vector<int> counters_;
    std::vector<std::string> services_;
    int left_ = 0;
    std::size_t next_ = 0;     ///< of services_, in turn
    std::size_t issuing_ = 0;  ///< lines that still issue
    Measure issues_;
    Measure calls_;
};

}  // namespace luot::simulator::course
