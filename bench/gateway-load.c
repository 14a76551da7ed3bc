// Load for proxies: one process has the servers, another the clients. Both wait in epoll and share one core; the proxy has another.
//   gateway-load serve                                        three servers; prints their ports: answer 100 bytes, send, swallow
//   gateway-load rate  PROXY HOST:PORT CLIENTS SECONDS PIDS   opens new tunnels, one after the other in each client
//   gateway-load down|up PROXY HOST:PORT TUNNELS MIB PIDS     sends bytes through tunnels, MIB in each
//   gateway-load idle  PROXY HOST:PORT TUNNELS                opens tunnels, prints ready, holds them until standard input ends, then uses each again
// PROXY is a port of 127.0.0.1; a minus in front means a plain relay that does not know CONNECT. PIDS are the proxy's, separated by commas.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { ANSWER = 100, CHUNK = 256 * 1024, MAX_FD = 65536 };
enum state { CONNECTING, ESTABLISHING, GREETING, SENDING, DONE };

static char chunk[CHUNK], hello[512];
static int hello_length, poll_fd, relay, proxy_port;
static char request[512];
static int request_length;

struct tunnel { enum state state; int got; long left; double start; };
static struct tunnel tunnels[MAX_FD];

static void fail(const char *what) { perror(what); exit(1); }
static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + t.tv_nsec / 1e9; }

// A TLS 1.3 hello with the name, padded to the size that clients send today.
static void make_hello(const char *name) {
    int n = strlen(name), padding = 150, extensions = 4 + 5 + n + 4 + padding, body = 2 + 32 + 1 + 4 + 2 + 2 + extensions;
    char *p = hello;
    *p++ = 22; *p++ = 3; *p++ = 1; *p++ = (body + 4) >> 8; *p++ = body + 4;
    *p++ = 1; *p++ = 0; *p++ = body >> 8; *p++ = body;
    *p++ = 3; *p++ = 3; p += 33; *p++ = 0; *p++ = 2; *p++ = 0x13; *p++ = 1; *p++ = 1; *p++ = 0;
    *p++ = extensions >> 8; *p++ = extensions;
    *p++ = 0; *p++ = 21; *p++ = 0; *p++ = padding; p += padding;
    *p++ = 0; *p++ = 0; *p++ = 0; *p++ = n + 5; *p++ = 0; *p++ = n + 3; *p++ = 0; *p++ = 0; *p++ = n;
    memcpy(p, name, n);
    hello_length = p + n - hello;
}

static void watch(int fd, unsigned events, int op) {
    struct epoll_event e = { .events = events, .data.fd = fd };
    if (epoll_ctl(poll_fd, op, fd, &e)) fail("epoll_ctl");
}

static int listen_any(void) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct sockaddr_in a = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t length = sizeof a;
    if (bind(fd, (void *)&a, sizeof a) || listen(fd, 4096) || getsockname(fd, (void *)&a, &length)) fail("listen");
    printf("%d ", ntohs(a.sin_port));
    watch(fd, EPOLLIN, EPOLL_CTL_ADD);
    return fd;
}

static void serve(void) {
    static char kind[MAX_FD];
    int listeners[3];
    for (int i = 0; i < 3; i++) listeners[i] = listen_any();
    puts(""); fflush(stdout);
    struct epoll_event events[256];
    for (;;) {
        int n = epoll_wait(poll_fd, events, 256, -1);
        for (int i = 0; i < n; i++) {
            int fd = events[i].data.fd, which = -1;
            for (int l = 0; l < 3; l++) if (fd == listeners[l]) which = l;
            if (which >= 0) {
                int client, one = 1;
                while ((client = accept4(fd, 0, 0, SOCK_NONBLOCK)) >= 0) {
                    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                    kind[client] = which;
                    watch(client, EPOLLIN, EPOLL_CTL_ADD);
                }
                continue;
            }
            ssize_t got = 1;
            if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) got = recv(fd, chunk, CHUNK, 0);
            if (got < 0 && errno == EAGAIN) got = 1;
            if (got <= 0) { if (kind[fd] == 2 && got == 0) send(fd, chunk, 1, MSG_NOSIGNAL); close(fd); continue; }
            if (kind[fd] == 0) send(fd, chunk, ANSWER, MSG_NOSIGNAL);
            if (kind[fd] == 1) {
                if (send(fd, chunk, CHUNK, MSG_NOSIGNAL) < 0 && errno != EAGAIN) { close(fd); continue; }
                watch(fd, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
            }
        }
    }
}

static void begin(long left) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
    if (fd < 0) fail("socket");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons(proxy_port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    tunnels[fd] = (struct tunnel){ CONNECTING, 0, left, now() };
    if (connect(fd, (void *)&a, sizeof a) && errno != EINPROGRESS) fail("connect");
    watch(fd, EPOLLOUT, EPOLL_CTL_ADD);
}

static void say(int fd, const char *text, int length) { if (send(fd, text, length, MSG_NOSIGNAL) != length) fail("send"); }
static void greet(int fd, int upload) { say(fd, hello, hello_length); tunnels[fd].state = upload ? SENDING : GREETING; tunnels[fd].got = 0; }

// One step of a tunnel: 1 if it is done, -1 if it broke.
static int step(int fd, unsigned events, int upload) {
    struct tunnel *t = &tunnels[fd];
    if (t->state == CONNECTING) {
        if (events & (EPOLLERR | EPOLLHUP)) return -1;
        watch(fd, upload && relay ? EPOLLOUT : EPOLLIN, EPOLL_CTL_MOD);
        if (relay) greet(fd, upload); else { say(fd, request, request_length); t->state = ESTABLISHING; }
        return 0;
    }
    if (t->state == SENDING && t->left > 0) {
        ssize_t sent = send(fd, chunk, t->left < CHUNK ? t->left : CHUNK, MSG_NOSIGNAL);
        if (sent < 0) return errno == EAGAIN ? 0 : -1;
        if ((t->left -= sent) == 0) { shutdown(fd, SHUT_WR); watch(fd, EPOLLIN, EPOLL_CTL_MOD); }
        return 0;
    }
    ssize_t got = recv(fd, chunk, CHUNK, 0);
    if (got < 0 && errno == EAGAIN) return 0;
    if (got <= 0) return -1;
    if (t->state == ESTABLISHING) {
        if (memcmp(chunk, "HTTP/1.1 200", 12)) return -1;
        if (memmem(chunk, got, "\r\n\r\n", 4)) { greet(fd, upload); if (upload) watch(fd, EPOLLOUT, EPOLL_CTL_MOD); }
        return 0;
    }
    return (t->left -= got) <= 0 ? 1 : 0;
}

static double cpu(const char *pids) {
    double total = 0;
    for (const char *p = pids; p && *p; p = strchr(p, ',') ? strchr(p, ',') + 1 : 0) {
        char path[64], line[1024];
        snprintf(path, sizeof path, "/proc/%d/stat", atoi(p));
        FILE *f = fopen(path, "r");
        if (!f || !fgets(line, sizeof line, f)) fail(path);
        fclose(f);
        long user, kernel;
        sscanf(strrchr(line, ')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &kernel);
        total += (user + kernel) / (double)sysconf(_SC_CLK_TCK);
    }
    return total;
}

static int by_value(const void *a, const void *b) { float x = *(float *)a, y = *(float *)b; return (x > y) - (x < y); }

static void rate(int clients, double seconds, const char *pids) {
    float *times = malloc(sizeof *times * 4000000);
    long done = 0, broken = 0;
    for (int i = 0; i < clients; i++) begin(ANSWER);
    double before = cpu(pids), start = now(), t = start;
    struct epoll_event events[256];
    while ((t = now()) - start < seconds) {
        int n = epoll_wait(poll_fd, events, 256, 100);
        for (int i = 0; i < n; i++) {
            int fd = events[i].data.fd, result = step(fd, events[i].events, 0);
            if (!result) continue;
            if (result > 0 && done < 4000000) times[done++] = (now() - tunnels[fd].start) * 1000; else broken++;
            close(fd);
            begin(ANSWER);
        }
    }
    double used = cpu(pids) - before;
    qsort(times, done, sizeof *times, by_value);
    printf("%.0f %.1f %.3f %.3f %ld\n", done / (t - start), used / done * 1e6, times[done / 2], times[done * 99 / 100], broken);
}

static void bulk(int count, long mib, int upload, const char *pids) {
    long broken = 0, open = count;
    double before = cpu(pids), start = now();
    for (int i = 0; i < count; i++) begin(mib << 20);
    struct epoll_event events[256];
    while (open > 0) {
        int n = epoll_wait(poll_fd, events, 256, 1000);
        for (int i = 0; i < n; i++) {
            int fd = events[i].data.fd, result = step(fd, events[i].events, upload);
            if (!result) continue;
            broken += result < 0;
            close(fd);
            open--;
        }
    }
    double seconds = now() - start, used = cpu(pids) - before, total = (double)count * mib;
    printf("%.0f %.3f %ld\n", total / seconds, used / total * 1024, broken);
}

static void idle(int count) {
    static int fds[MAX_FD];
    int open = 0, begun = 0, broken = 0;
    struct epoll_event events[256];
    while (open + broken < count) {
        while (begun < count && begun - open - broken < 64) { begin(ANSWER); begun++; }
        int n = epoll_wait(poll_fd, events, 256, 1000);
        for (int i = 0; i < n; i++) {
            int fd = events[i].data.fd, result = step(fd, events[i].events, 0);
            if (result < 0) { close(fd); broken++; }
            if (result > 0) fds[open++] = fd;
        }
    }
    printf("ready\n"); fflush(stdout);
    while (getchar() != EOF) { }
    int answered = 0;
    for (int i = 0; i < open; i++) {
        fcntl(fds[i], F_SETFL, 0);
        say(fds[i], hello, hello_length);
        answered += recv(fds[i], chunk, ANSWER, MSG_WAITALL) == ANSWER;
    }
    printf("%d %d\n", answered, broken);
}

int main(int argc, char **argv) {
    struct rlimit limit = { MAX_FD, MAX_FD };
    setrlimit(RLIMIT_NOFILE, &limit);
    signal(SIGPIPE, SIG_IGN);
    poll_fd = epoll_create1(0);
    if (argc == 2 && !strcmp(argv[1], "serve")) serve();
    if (argc < 5) return fprintf(stderr, "see the first lines of gateway-load.c\n"), 2;
    proxy_port = abs(atoi(argv[2]));
    relay = argv[2][0] == '-';
    request_length = snprintf(request, sizeof request, "CONNECT %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: bench\r\nProxy-Connection: Keep-Alive\r\n\r\n", argv[3], argv[3]);
    char name[128];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(argv[3], ":"), argv[3]);
    make_hello(name);
    int count = atoi(argv[4]);
    if (!strcmp(argv[1], "idle")) return idle(count), 0;
    if (argc < 7) return 2;
    if (!strcmp(argv[1], "rate")) rate(count, atof(argv[5]), argv[6]);
    else bulk(count, atol(argv[5]), !strcmp(argv[1], "up"), argv[6]);
    return 0;
}
