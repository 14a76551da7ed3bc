#pragma once
#import "../declare/webkit.h"

// What the page's handlers need from the app's screen.
@protocol SLWScreen <NSObject>

// Shows a controller above everything else; false if that is impossible now.
- (BOOL)show:(UIViewController *)controller;

// Shows a message to the person.
- (void)say:(NSString *)text;

// The page has something to show, or cannot.
- (void)pageVisible;

// The process of the page ended.
- (void)pageDied;
@end
