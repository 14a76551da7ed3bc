#import "SLWServer.h"
#import "../declare/system.h"
#include "SLWCharset.h"
#include "SLWMime.h"
#include "SLWOrigin.h"
#include "SLWPath.h"
#include "SLWRange.h"

static NSString *const FolderPage =
    @"<!doctype html><script>location.replace(location.pathname+'/'+location.search+location.hash)</script>";

static NSString *const MissingPage =
    @"<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width,initial-scale=1'>"
     "<meta name=color-scheme content='light dark'><style>body{font:16px/1.5 system-ui,sans-serif;margin:20vh auto;"
     "max-width:28em;padding:0 1.5em}</style><title>Page not found</title><h1>Page not found</h1>"
     "<p>This address names no page of this app.";

@implementation SLWServer {
    SLWSettings *_settings;
    NSString *_folder;
    NSString *_tag;
}

- (instancetype)initWithSettings:(SLWSettings *)settings bundle:(NSBundle *)bundle {
    self = [super init];
    if (self) {
        _settings = settings;
        _folder = [bundle.bundlePath stringByAppendingString:@"/www/"];
        id version = [bundle objectForInfoDictionaryKey:@"CFBundleVersion"];
        NSString *text = [version isKindOfClass:[NSString class]] ? version : @"0";
        _tag = [[@"\"" stringByAppendingString:text] stringByAppendingString:@"\""];
    }
    return self;
}

- (SLWResponse *)answer:(NSURLRequest *)request {
    const char *method = request.HTTPMethod.UTF8String;
    BOOL isHead = SLWTextEquals(method, "HEAD");
    if (!isHead && !SLWTextEquals(method, "GET")) return [[SLWResponse empty:405] with:@"Allow" value:@"GET, HEAD"];
    NSString *name = [self nameOf:request.URL];
    SLWFile *file = name ? [self open:name] : nil;
    if (file) return [self serve:file name:name isHead:isHead request:request];
    return [self isNavigation:request] ? [self missing:name] : [SLWResponse empty:404];
}

- (NSString *)fileOfAddress:(NSURL *)address {
    NSString *name = [self nameOf:address];
    return name && [self open:name] ? [_folder stringByAppendingString:name] : nil;
}

- (SLWFile *)open:(NSString *)name {
    return [SLWFile open:[_folder stringByAppendingString:name]];
}

- (NSString *)nameOf:(NSURL *)address {
    if (![_settings owns:address]) return nil;
    unsigned long length;
    const char *path = SLWOriginPath(_settings.origin.UTF8String, address.absoluteString.UTF8String, &length);
    return [self nameOfPath:path length:length];
}

- (NSString *)nameOfPath:(const char *)path length:(unsigned long)length {
    NSMutableData *room = [NSMutableData dataWithLength:length + SLWPathExtra];
    return SLWPathResolve(path, length, room.mutableBytes) ? [NSString stringWithUTF8String:room.mutableBytes] : nil;
}

- (NSString *)startName {
    unsigned long length;
    const char *path = SLWOriginPath("", _settings.start.UTF8String, &length);
    return [self nameOfPath:path length:length];
}

// A navigation accepts text/html; fetch() and elements of a page accept something else.
- (BOOL)isNavigation:(NSURLRequest *)request {
    return [request.mainDocumentURL isEqual:request.URL]
        || SLWTextStartsWith([request valueForHTTPHeaderField:@"Accept"].UTF8String, "text/html");
}

- (SLWResponse *)missing:(NSString *)name {
    if (name && !SLWPathHasExtension(name.UTF8String)) {
        if ([self open:[name stringByAppendingString:@"/index.html"]]) return [SLWResponse page:FolderPage status:200];
        NSString *startName = [self startName];
        SLWFile *start = startName ? [self open:startName] : nil;
        if (start) return [self whole:start name:startName isHead:NO];
        // The start page may be a route itself.
        SLWFile *index = [self open:@"index.html"];
        if (index) return [self whole:index name:@"index.html" isHead:NO];
    }
    return [SLWResponse page:MissingPage status:404];
}

- (SLWResponse *)serve:(SLWFile *)file name:(NSString *)name isHead:(BOOL)isHead request:(NSURLRequest *)request {
    NSString *condition = [request valueForHTTPHeaderField:@"If-Range"];
    NSString *asked = condition && ![condition isEqual:_tag] ? nil : [request valueForHTTPHeaderField:@"Range"];
    SLWRange range = SLWRangeParse(asked.UTF8String, file.length);
    char text[SLWContentRangeRoom];
    if (range.kind == SLWRangeUnsatisfiable) {
        SLWContentRange(-1, -1, file.length, text);
        return [[SLWResponse empty:416] with:@"Content-Range" value:[NSString stringWithUTF8String:text]];
    }
    if (range.kind == SLWRangeNone) return [self whole:file name:name isHead:isHead];
    SLWContentRange(range.first, range.last, file.length, text);
    SLWResponse *part = [self part:file name:name isHead:isHead status:206 offset:range.first count:range.last - range.first + 1];
    return [part with:@"Content-Range" value:[NSString stringWithUTF8String:text]];
}

- (SLWResponse *)whole:(SLWFile *)file name:(NSString *)name isHead:(BOOL)isHead {
    return [self part:file name:name isHead:isHead status:200 offset:0 count:file.length];
}

- (SLWResponse *)part:(SLWFile *)file
                 name:(NSString *)name
               isHead:(BOOL)isHead
               status:(NSInteger)status
               offset:(long long)offset
                count:(long long)count {
    SLWResponse *response = [[SLWResponse alloc] initWithStatus:status file:isHead ? nil : file offset:offset count:count];
    [response with:@"Content-Type" value:[self typeOf:file name:name]];
    [response with:@"Content-Length" number:count];
    [response with:@"Accept-Ranges" value:@"bytes"];
    [response with:@"Cache-Control" value:@"no-cache"];
    return [response with:@"ETag" value:_tag];
}

- (NSString *)typeOf:(SLWFile *)file name:(NSString *)name {
    const char *type = SLWMimeOfFile(name.UTF8String);
    char plain[SLWMimeRoom];
    if (!SLWMimeWithoutCharset(type, plain) || [self isUtf8:file type:type]) return [NSString stringWithUTF8String:type];
    return [NSString stringWithUTF8String:plain];
}

- (BOOL)isUtf8:(SLWFile *)file type:(const char *)type {
    BOOL moreFollow = file.length > SLWCharsetHead;
    NSMutableData *head = [NSMutableData dataWithLength:moreFollow ? SLWCharsetHead : (NSUInteger)file.length];
    long count = [file read:head.mutableBytes count:head.length offset:0];
    return count < 0 || SLWCharsetIsUtf8(type, head.mutableBytes, count, moreFollow);
}

@end
