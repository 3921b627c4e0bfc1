#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace luot::hardware::printer {

/// How long each step of a job may take.
struct PrintDeadlines {
    using Time = std::chrono::milliseconds;

    Time connect{3000};      ///< all attempts together
    Time write{10000};       ///< until the printer has taken a whole job; on a slow line its way comes on top
    Time confirm{10000};     ///< for its word that the job is on paper; 0: it is not asked for
    Time answer{300};        ///< to one question about its status; a silent one is asked twice
    Time betterAnswer{500};  ///< after GS r was answered: for the echo, while it is not known who can do what
    Time silence{3000};      ///< in place of `confirm` for one that has never confirmed any of several jobs
    Time ask{1000};          ///< between questions about its status while a job is printed

    /// The longest that the questions before a job can take: four, each asked twice, each with its pause.
    constexpr Time precheck() const { return 4 * 3 * answer; }
    constexpr Time whole() const { return connect + precheck() + write + confirm; }
};

/// No job is on its way for longer than this: 64 KB, more than any ticket has, need 17 s at 38,400 baud.
constexpr PrintDeadlines::Time longestTravel{20000};

/// How long so many bytes are on their way over a line; 0 bytes a second: the line is never what is waited
/// for.
constexpr PrintDeadlines::Time travelTime(std::size_t bytes, int bytesPerSecond) {
    if (bytesPerSecond == 0) return {};
    const PrintDeadlines::Time reckoned(1000 * bytes / static_cast<std::size_t>(bytesPerSecond) + 1);
    return std::min(longestTravel, reckoned);
}

/// The most that is allowed for it: half as long again, for pauses of the flow control.
constexpr PrintDeadlines::Time mostTravelTime(std::size_t bytes, int bytesPerSecond) {
    return 3 * travelTime(bytes, bytesPerSecond) / 2;
}

}  // namespace luot::hardware::printer
