#import "SLWSchemeHandler.h"
#import "SLWExchange.h"

@implementation SLWSchemeHandler {
    SLWServer *_server;
    dispatch_queue_t _queue;
    NSMutableArray *_open;
}

- (instancetype)initWithServer:(SLWServer *)server {
    self = [super init];
    if (self) {
        _server = server;
        _queue = dispatch_queue_create("slipway.files", nil);
        _open = [[NSMutableArray alloc] init];
    }
    return self;
}

- (void)webView:(WKWebView *)view startURLSchemeTask:(id<WKURLSchemeTask>)task {
    SLWExchange *exchange = [[SLWExchange alloc] initWithTask:task server:_server queue:_queue];
    NSMutableArray *open = _open;
    [open addObject:exchange];
    [exchange beginAndCall:^(SLWExchange *ended) {
        [open removeObjectIdenticalTo:ended];
    }];
}

- (void)webView:(WKWebView *)view stopURLSchemeTask:(id<WKURLSchemeTask>)task {
    for (NSUInteger i = 0; i < _open.count; i++) {
        SLWExchange *exchange = [_open objectAtIndex:i];
        if (exchange.task == task) {
            [exchange stop];
            return [_open removeObjectIdenticalTo:exchange];
        }
    }
}

@end
