#include <csignal>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "Centre.hpp"

namespace luot::tests {
namespace {

/// Real sockets, many at a time: no number twice, none missing, no ticket called twice.
class LoadTest : public CentreTest {
protected:
    struct Issued {
        std::mutex mutex;
        std::map<std::string, std::string> numberOfId;
        std::set<std::string> numbers;
        int doubled = 0;

        void add(const Answer& ticket) {
            const std::scoped_lock lock(mutex);
            numberOfId.emplace(id(ticket), number(ticket));
            doubled += !numbers.insert(number(ticket)).second;
        }
    };

    /// Issues until `count` answers have come or the server is gone; every ticket with a key of its own.
    static void issueMany(const std::string& url, const std::string& secret, int client, int count,
                          Issued& issued) {
        static const char* services[]{"chung-thuc", "ho-tich", "dat-dai", "tai-chinh"};
        Client http(url, secret);
        for (int i = 0; i < count; ++i) {
            const auto body = std::string(R"({"service":")") + services[i % 4] + "\"}";
            const auto answer =
                http.post("/api/v1/tickets", body, std::to_string(client) + "-" + std::to_string(i));
            if (answer.status != 201) return;
            issued.add(answer);
        }
    }
};

TEST_F(LoadTest, EightClientsIssueFiveThousandWithoutADoubleOrAGap) {
    constexpr int clients = 8, each = 625;
    Issued issued;
    {
        std::vector<std::jthread> threads;
        for (int c = 0; c < clients; ++c)
            threads.emplace_back([&, c] { issueMany(server.url(), admin, c, each, issued); });
    }
    EXPECT_EQ(issued.numberOfId.size(), 5000U);
    EXPECT_EQ(issued.doubled, 0);
    std::map<char, int> highest;
    for (const auto& number : issued.numbers)
        highest[number[0]] = std::max(highest[number[0]], std::stoi(number.substr(1)));
    int sum = 0;
    for (const auto& [prefix, last] : highest) sum += last;
    EXPECT_EQ(sum, 5000) << "a series has a gap";
}

TEST_F(LoadTest, TenCountersCallingAtOnceNeverCallATicketTwice) {
    constexpr int tickets = 400;
    for (int i = 0; i < tickets; ++i) ASSERT_EQ(issue(i % 2 ? "chung-thuc" : "ho-tich").status, 201);
    // Counters 1, 2, 3 and 10 serve both services; the others race them with calls by number.
    std::mutex mutex;
    std::map<std::string, int> calls;
    {
        std::vector<std::jthread> threads;
        for (int counter : {1, 2, 3, 10, 1, 2, 3, 10, 1, 2})
            threads.emplace_back([&, counter] {
                Client http(server.url(), admin);
                const auto path = "/api/v1/counters/" + std::to_string(counter) + "/";
                http.post(path + "open");
                for (;;) {
                    const auto called = http.post(path + "call-next");
                    if (called.status == 204) return;
                    if (called.status == 200) {
                        const std::scoped_lock lock(mutex);
                        ++calls[std::string(called["ticket"].at("number").as_string())];
                    }
                    http.post(path + "start");
                    http.post(path + "finish");
                }
            });
    }
    EXPECT_EQ(calls.size(), static_cast<std::size_t>(tickets));
    for (const auto& [number, times] : calls) EXPECT_EQ(times, 1) << number;
}

TEST_F(LoadTest, EveryAcknowledgedTicketIsThereOnceAfterKillNine) {
    Issued issued;
    {
        std::vector<std::jthread> threads;
        for (int c = 0; c < 8; ++c)
            threads.emplace_back([&, c] { issueMany(server.url(), admin, c, 100'000, issued); });
        for (std::size_t seen = 0; seen < 1500;) {
            std::this_thread::yield();
            const std::scoped_lock lock(issued.mutex);
            seen = issued.numberOfId.size();
        }
        server.end(SIGKILL);
    }
    ServerProcess second(serverArguments(data()));
    Client client(second.url(), admin);
    std::map<std::string, std::string> onDisk;
    std::set<std::string> numbers;
    const auto hall = client.get("/api/v1/hall");
    for (const auto& ticket : hall["waiting"].as_array()) {
        onDisk.emplace(ticket.at("id").as_string(), ticket.at("number").as_string());
        EXPECT_TRUE(numbers.insert(std::string(ticket.at("number").as_string())).second);
    }
    EXPECT_EQ(issued.doubled, 0);
    for (const auto& [id, number] : issued.numberOfId) {
        ASSERT_TRUE(onDisk.contains(id)) << number << " was acknowledged and is lost";
        EXPECT_EQ(onDisk[id], number);
    }
    EXPECT_LE(onDisk.size(), issued.numberOfId.size() + 8) << "more than were under way";
    const auto next = client.post("/api/v1/tickets", R"({"service":"chung-thuc"})");
    EXPECT_FALSE(numbers.contains(number(next)));
    second.end(SIGTERM);
    EXPECT_EQ(runProgram("luot-server", {"verify", "--data", data()}).exitCode, 0);
}

}  // namespace
}  // namespace luot::tests
