#import "SLWExchange.h"

enum { ResourceUnavailable = -1008 };

@implementation SLWExchange {
    SLWServer *_server;
    dispatch_queue_t _queue;
    SLWResponse *_response;
    NSURLRequest *_request;
    void (^_ended)(SLWExchange *);
    BOOL _isStopped;
    BOOL _isAnnounced;
}

- (instancetype)initWithTask:(id<WKURLSchemeTask>)task server:(SLWServer *)server queue:(dispatch_queue_t)queue {
    self = [super init];
    if (self) {
        _task = task;
        _server = server;
        _queue = queue;
        _request = task.request;
    }
    return self;
}

- (void)beginAndCall:(void (^)(SLWExchange *))ended {
    _ended = ended;
    dispatch_async(_queue, ^{
        self->_response = [self->_server answer:self->_request];
        [self readNext];
    });
}

- (void)stop {
    _isStopped = YES;
    _ended = nil;
}

// On the queue.
- (void)readNext {
    BOOL hasBody = ![_response isAtEnd];
    NSData *data = hasBody ? [_response next] : nil;
    dispatch_async(SLW_MAIN_QUEUE, ^{
        [self send:data isBroken:hasBody && !data];
    });
}

// On the main thread. WebKit may stop the task within any of these calls.
- (void)send:(NSData *)data isBroken:(BOOL)isBroken {
    if (!_isStopped && isBroken) {
        [_task didFailWithError:[NSError errorWithDomain:@"NSURLErrorDomain" code:ResourceUnavailable userInfo:nil]];
        return [self end];
    }
    if (!_isStopped && !_isAnnounced) [self announce];
    if (!_isStopped && data) [_task didReceiveData:data];
    if (_isStopped) return;
    if ([_response isAtEnd]) {
        [_task didFinish];
        return [self end];
    }
    dispatch_async(_queue, ^{
        [self readNext];
    });
}

- (void)announce {
    _isAnnounced = YES;
    [_task didReceiveResponse:[[NSHTTPURLResponse alloc] initWithURL:_request.URL
                                                          statusCode:_response.status
                                                         HTTPVersion:@"HTTP/1.1"
                                                        headerFields:_response.headers]];
}

- (void)end {
    void (^ended)(SLWExchange *) = _ended;
    [self stop];
    if (ended) ended(self);
}

@end
