#import "SLWSettings.h"
#include "SLWOrigin.h"

static NSString *Text(NSDictionary *json, NSString *key, NSString *otherwise) {
    id value = [json objectForKey:key];
    return [value isKindOfClass:[NSString class]] ? value : otherwise;
}

static BOOL Flag(NSDictionary *json, NSString *key) {
    id value = [json objectForKey:key];
    return [value isKindOfClass:[NSNumber class]] && [(NSNumber *)value boolValue];
}

static NSDictionary *Read(NSString *path) {
    NSData *data = [NSData dataWithContentsOfFile:path];
    id json = data ? [NSJSONSerialization JSONObjectWithData:data options:0 error:nil] : nil;
    if ([json isKindOfClass:[NSDictionary class]]) return json;
    NSLog(@"Slipway: cannot read slipway.json");
    return nil;
}

@implementation SLWSettings

- (instancetype)initWithBundle:(NSBundle *)bundle {
    self = [super init];
    if (self) {
        NSDictionary *json = Read([bundle.bundlePath stringByAppendingString:@"/slipway.json"]);
        _start = Text(json, @"start", @"index.html");
        _orientation = Text(json, @"orientation", @"default");
        _origin = [@"app://" stringByAppendingString:Text(json, @"hostname", @"localhost").lowercaseString];
        _isFullscreen = Flag(json, @"fullscreen");
        _isDebuggable = Flag(json, @"debuggable");
        _background = SLWColourParse(Text(json, @"backgroundColor", @"").UTF8String);
    }
    return self;
}

- (BOOL)owns:(NSURL *)address {
    return SLWOriginOwns(_origin.UTF8String, address.absoluteString.UTF8String);
}

@end
