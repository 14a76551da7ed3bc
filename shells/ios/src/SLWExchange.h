#import "../declare/webkit.h"
#import "../declare/system.h"
#import "SLWServer.h"

// One request of the web view and its response. Files are read on a background queue. WebKit gets the response on the main thread,
// where it also stops tasks, so the shell never calls a stopped task: WebKit would throw.
@interface SLWExchange : NSObject
@property (nonatomic, readonly) id<WKURLSchemeTask> task;

- (instancetype)initWithTask:(id<WKURLSchemeTask>)task server:(SLWServer *)server queue:(dispatch_queue_t)queue;

// Answers; ended is called on the main thread unless the exchange is stopped.
- (void)beginAndCall:(void (^)(SLWExchange *))ended;

- (void)stop;
@end
