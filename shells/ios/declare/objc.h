// The language's base types, the runtime and the root class.
// https://developer.apple.com/documentation/objectivec
// Clang knows id, Class, SEL and instancetype by itself. BOOL is _Bool on arm64, NSInteger long, CGFloat double.
#pragma once

typedef _Bool BOOL;
typedef long NSInteger;
typedef unsigned long NSUInteger;
typedef double CGFloat;

#define YES __objc_yes
#define NO __objc_no
#define nil ((void *)0)

// Looked up by name at run time: the linker never sees the class, so it cannot be bound to the wrong library.
// https://clang.llvm.org/docs/AttributeReference.html#objc-runtime-visible
#define SLW_LOOKED_UP __attribute__((objc_runtime_visible))

@class NSString;

@protocol NSObject
- (BOOL)isEqual:(id)other;
- (BOOL)isKindOfClass:(Class)type;
- (BOOL)respondsToSelector:(SEL)selector;
@end

__attribute__((objc_root_class)) @interface NSObject <NSObject> {
    Class isa;
}
+ (instancetype)alloc;
+ (Class)class;
- (instancetype)init;
- (void)dealloc;
@end
