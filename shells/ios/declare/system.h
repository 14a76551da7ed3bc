// Grand Central Dispatch and files.
// https://developer.apple.com/documentation/dispatch
// https://developer.apple.com/library/archive/documentation/System/Conceptual/ManPages_iPhoneOS/man2/open.2.html
// Values of constants: https://github.com/apple-oss-distributions/xnu (bsd/sys/fcntl.h, bsd/sys/unistd.h)
#pragma once
#include "objc.h"

@interface OS_dispatch_queue : NSObject
@end
typedef OS_dispatch_queue *dispatch_queue_t;
typedef void (^dispatch_block_t)(void);

struct dispatch_queue_s;
extern struct dispatch_queue_s _dispatch_main_q;
#define SLW_MAIN_QUEUE ((__bridge dispatch_queue_t)&_dispatch_main_q)

// The attribute NULL means a serial queue. The result is retained, as for every function with "create" in its name.
dispatch_queue_t dispatch_queue_create(const char *label, void *attribute) __attribute__((ns_returns_retained));
void dispatch_async(dispatch_queue_t queue, dispatch_block_t block);
unsigned long long dispatch_time(unsigned long long when, long long nanoseconds);
void dispatch_after(unsigned long long when, dispatch_queue_t queue, dispatch_block_t block);
enum { DISPATCH_TIME_NOW = 0 };

enum { O_RDONLY = 0, O_CLOEXEC = 0x1000000, SEEK_END = 2 };
// Variadic as in the manual page: arm64 passes variable arguments differently from named ones.
int open(const char *path, int flags, ...);
int close(int file);
long pread(int file, void *buffer, unsigned long count, long long offset);
long long lseek(int file, long long offset, int whence);
