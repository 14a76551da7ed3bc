#import "../declare/webkit.h"
#import "../declare/system.h"
#import "SLWServer.h"

// One request of the web view and its answer. Files are read on a queue in the background; WebKit is told on the main thread,
// where it also says that it has lost interest, so that no stopped task is ever called: WebKit throws then.
@interface SLWExchange : NSObject
@property (nonatomic, readonly) id<WKURLSchemeTask> task;

- (instancetype)initWithTask:(id<WKURLSchemeTask>)task server:(SLWServer *)server queue:(dispatch_queue_t)queue;

// Answers; ended is called on the main thread unless the exchange is stopped.
- (void)beginAndCall:(void (^)(SLWExchange *))ended;

- (void)stop;
@end
