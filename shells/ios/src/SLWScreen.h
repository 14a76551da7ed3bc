#pragma once
#import "../declare/webkit.h"

// What the page's surroundings ask of the app's screen.
@protocol SLWScreen <NSObject>

// Shows a controller above everything else; false when that is impossible now.
- (BOOL)show:(UIViewController *)controller;

// Tells the person something.
- (void)say:(NSString *)text;

// The page has something to show, or cannot.
- (void)pageVisible;

// The process of the page ended.
- (void)pageDied;
@end
