#import "SLWResponse.h"
#include "SLWRange.h"

enum { Piece = 512 * 1024 };

@implementation SLWResponse {
    SLWFile *_file;
    NSData *_text;
    long long _offset;
    long long _left;
}

+ (SLWResponse *)empty:(NSInteger)status {
    return [[[SLWResponse alloc] initWithStatus:status file:nil offset:0 count:0] with:@"Content-Length" number:0];
}

+ (SLWResponse *)page:(NSString *)html status:(NSInteger)status {
    const char *text = html.UTF8String;
    NSUInteger length = 0;
    while (text && text[length]) length++;
    SLWResponse *response = [[SLWResponse alloc] initWithStatus:status file:nil offset:0 count:0];
    response->_text = [NSData dataWithBytes:text length:length];
    response->_left = (long long)length;
    [response with:@"Content-Type" value:@"text/html; charset=utf-8"];
    return [response with:@"Content-Length" number:(long long)length];
}

- (instancetype)initWithStatus:(NSInteger)status file:(SLWFile *)file offset:(long long)offset count:(long long)count {
    self = [super init];
    if (self) {
        _status = status;
        _headers = [[NSMutableDictionary alloc] init];
        _file = file;
        _offset = offset;
        _left = file ? count : 0;
    }
    return self;
}

- (SLWResponse *)with:(NSString *)header value:(NSString *)value {
    if (value) [_headers setObject:value forKey:header];
    return self;
}

- (SLWResponse *)with:(NSString *)header number:(long long)value {
    char text[SLWNumberRoom];
    SLWNumber((unsigned long long)value, text);
    return [self with:header value:[NSString stringWithUTF8String:text]];
}

- (BOOL)isAtEnd {
    return _left <= 0;
}

- (NSData *)next {
    NSData *data = _text ? _text : [_file readFrom:_offset count:_left < Piece ? (NSUInteger)_left : Piece];
    _offset += (long long)data.length;
    _left -= (long long)data.length;
    return data;
}

@end
