import { expect, test } from 'vitest'
import { deviceOf } from '#app/routes/sign-in/device.ts'
import { backPath, kindOf, landing } from '#app/routes/sign-in/landing.ts'

test.each([
  ['/koperasi/produk?halaman=2', '/koperasi/produk?halaman=2'],
  ['/akun', '/akun'],
  ['/a/../ritel', '/ritel'],
])('the way back is a path of this site: %s', (asked, path) => {
  expect(backPath(asked)).toBe(path)
})

test.each([
  null,
  '',
  'https://jahat.example/',
  '//jahat.example',
  '/\\jahat.example',
  '/\t/jahat.example',
  '\\\\jahat.example',
  'javascript:alert(1)',
  'koperasi',
  '/.//jahat.example',
  '///jahat.example',
])('the way to another site is no way back: %s', (asked) => {
  expect(backPath(asked)).toBeUndefined()
})

test('one arrives where one was going, unless it is the portal of others', () => {
  expect(landing('cooperative', undefined)).toBe('/koperasi')
  expect(landing('retail_chain', undefined)).toBe('/ritel')
  expect(landing('agency', undefined)).toBe('/kota')
  expect(landing('operator', undefined)).toBe('/pengelola')
  expect(landing('cooperative', '/koperasi/pesanan/pur_1')).toBe('/koperasi/pesanan/pur_1')
  expect(landing('cooperative', '/akun')).toBe('/akun')
  expect(landing('cooperative', '/ritel/gerai')).toBe('/koperasi')
  expect([kindOf('/ritel'), kindOf('/ritel/gerai'), kindOf('/ritelan'), kindOf('/akun')]).toEqual([
    'retail_chain',
    'retail_chain',
    undefined,
    undefined,
  ])
})

test.each([
  [
    'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
    'Chrome, Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604',
    'Safari, iPhone',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  ['curl/8.0', ''],
])('a device is named as its owner knows it: %#', (userAgent, name) => {
  expect(deviceOf(userAgent)).toBe(name)
})
