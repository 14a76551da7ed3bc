// https://developer.apple.com/documentation/foundation
#pragma once
#include "objc.h"

typedef double NSTimeInterval;

@class NSArray, NSDictionary, NSURL, NSError;

// https://developer.apple.com/documentation/foundation/nsstring
SLW_LOOKED_UP @interface NSString : NSObject
+ (instancetype)stringWithUTF8String:(const char *)text;
@property (readonly) const char *UTF8String;
@property (readonly, copy) NSString *lowercaseString;
@property (readonly, copy) NSString *lastPathComponent;
@property (readonly) NSInteger integerValue;
- (NSString *)stringByAppendingString:(NSString *)text;
@end

// https://developer.apple.com/documentation/foundation/nsnumber
SLW_LOOKED_UP @interface NSNumber : NSObject
@property (readonly) BOOL boolValue;
@end

// https://developer.apple.com/documentation/foundation/nsdata
SLW_LOOKED_UP @interface NSData : NSObject
+ (instancetype)dataWithContentsOfFile:(NSString *)path;
+ (instancetype)dataWithBytes:(const void *)bytes length:(NSUInteger)length;
@property (readonly) NSUInteger length;
@end

// https://developer.apple.com/documentation/foundation/nsmutabledata
SLW_LOOKED_UP @interface NSMutableData : NSData
+ (instancetype)dataWithLength:(NSUInteger)length;
@property (readonly) void *mutableBytes;
- (void)setLength:(NSUInteger)length;
@end

// https://developer.apple.com/documentation/foundation/nsarray
SLW_LOOKED_UP @interface NSArray : NSObject
+ (instancetype)arrayWithObject:(id)object;
@property (readonly) NSUInteger count;
- (id)objectAtIndex:(NSUInteger)index;
@end

// https://developer.apple.com/documentation/foundation/nsmutablearray
SLW_LOOKED_UP @interface NSMutableArray : NSArray
+ (instancetype)array;
- (void)addObject:(id)object;
- (void)removeObjectIdenticalTo:(id)object;
@end

// https://developer.apple.com/documentation/foundation/nsdictionary
SLW_LOOKED_UP @interface NSDictionary : NSObject
+ (instancetype)dictionary;
- (id)objectForKey:(id)key;
@end

// https://developer.apple.com/documentation/foundation/nsmutabledictionary
SLW_LOOKED_UP @interface NSMutableDictionary : NSDictionary
- (void)setObject:(id)object forKey:(id)key;
@end

// https://developer.apple.com/documentation/foundation/nserror
SLW_LOOKED_UP @interface NSError : NSObject
+ (instancetype)errorWithDomain:(NSString *)domain code:(NSInteger)code userInfo:(NSDictionary *)information;
@end

// https://developer.apple.com/documentation/foundation/nsurl
SLW_LOOKED_UP @interface NSURL : NSObject
+ (instancetype)URLWithString:(NSString *)address;
+ (instancetype)fileURLWithPath:(NSString *)path;
@property (readonly, copy) NSString *absoluteString;
@property (readonly, copy) NSString *scheme;
- (NSURL *)URLByAppendingPathComponent:(NSString *)component;
@end

// https://developer.apple.com/documentation/foundation/nsurlrequest
SLW_LOOKED_UP @interface NSURLRequest : NSObject
+ (instancetype)requestWithURL:(NSURL *)address;
@property (readonly, copy) NSURL *URL;
@property (readonly, copy) NSURL *mainDocumentURL;
@property (readonly, copy) NSString *HTTPMethod;
- (NSString *)valueForHTTPHeaderField:(NSString *)name;
@end

// https://developer.apple.com/documentation/foundation/nsurlresponse
SLW_LOOKED_UP @interface NSURLResponse : NSObject
@end

// https://developer.apple.com/documentation/foundation/nshttpurlresponse
SLW_LOOKED_UP @interface NSHTTPURLResponse : NSURLResponse
- (instancetype)initWithURL:(NSURL *)address
                 statusCode:(NSInteger)status
                HTTPVersion:(NSString *)version
               headerFields:(NSDictionary *)headers;
@end

// https://developer.apple.com/documentation/foundation/nsjsonserialization
SLW_LOOKED_UP @interface NSJSONSerialization : NSObject
+ (id)JSONObjectWithData:(NSData *)data options:(NSUInteger)options error:(NSError *__autoreleasing *)error;
@end

// https://developer.apple.com/documentation/foundation/nsbundle
SLW_LOOKED_UP @interface NSBundle : NSObject
+ (NSBundle *)mainBundle;
@property (readonly, copy) NSString *bundlePath;
- (id)objectForInfoDictionaryKey:(NSString *)key;
@end

// https://developer.apple.com/documentation/foundation/nsfilemanager
SLW_LOOKED_UP @interface NSFileManager : NSObject
+ (NSFileManager *)defaultManager;
@property (readonly, copy) NSURL *temporaryDirectory;
- (BOOL)createDirectoryAtURL:(NSURL *)folder
    withIntermediateDirectories:(BOOL)withParents
                     attributes:(NSDictionary *)attributes
                          error:(NSError *__autoreleasing *)error;
@end

// https://developer.apple.com/documentation/foundation/nsuuid
SLW_LOOKED_UP @interface NSUUID : NSObject
+ (instancetype)UUID;
@property (readonly, copy) NSString *UUIDString;
@end

// https://developer.apple.com/documentation/foundation/nsprocessinfo
SLW_LOOKED_UP @interface NSProcessInfo : NSObject
+ (NSProcessInfo *)processInfo;
@property (readonly) NSTimeInterval systemUptime;
@end

// https://developer.apple.com/documentation/foundation/nslog
void NSLog(NSString *format, ...);
