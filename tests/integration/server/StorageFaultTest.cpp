#include <sys/resource.h>

#include <csignal>
#include <thread>

#include "Centre.hpp"

namespace luot::tests {
namespace {

/// A file-size limit put on the running server stands for a full disk: every further write fails.
class StorageFaultTest : public CentreTest {
protected:
    void limitFiles(rlim_t bytes) {
        rlimit limit{bytes, RLIM_INFINITY};
        ASSERT_EQ(prlimit(server.pid(), RLIMIT_FSIZE, &limit, nullptr), 0);
    }

    /// Asks until the status is as wanted; the server itself decides when that is.
    bool becomes(const std::string& path, int status) {
        for (int i = 0; i < 200; ++i) {
            if (Client(server.url(), "").get(path).status == status) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return false;
    }
};

TEST_F(StorageFaultTest, NothingIsAcknowledgedWhileTheDiskIsFullAndTheServerGoesOnAfterwards) {
    Stream display(server.url(), token("display", "d1"), hello("display"));
    display.next("status");
    const auto first = issue();
    ASSERT_EQ(first.status, 201);
    limitFiles(4096);
    const auto refused = boss.post("/api/v1/tickets", R"({"service":"chung-thuc"})", "press");
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.code(), "storage_unavailable");
    EXPECT_TRUE(becomes("/readyz", 503));
    EXPECT_TRUE(becomes("/healthz", 200));
    while (display.next("status").at("writable").as_bool()) {
    }
    EXPECT_EQ(boss.get("/api/v1/hall")["waiting"].as_array().size(), 1U);
    EXPECT_FALSE(boss.get("/api/v1/hall")["writable"].as_bool());
    limitFiles(RLIM_INFINITY);
    EXPECT_TRUE(becomes("/readyz", 200));
    // Other things may have been told meanwhile.
    while (!display.next("status").at("writable").as_bool()) {
    }
    const auto again = boss.post("/api/v1/tickets", R"({"service":"chung-thuc"})", "press");
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(number(again), "A002");
    server.end(SIGTERM);
    EXPECT_EQ(runProgram("luot-server", {"verify", "--data", data()}).exitCode, 0);
}

}  // namespace
}  // namespace luot::tests
